/** What `top -h` prints. */
export const usageText = `
Usage:
 top [options]

Options:
 -b, --batch-mode                run in non-interactive batch mode
 -c, --cmdline-toggle            reverse last remembered 'c' state
 -d, --delay =SECS [.TENTHS]     iterative delay as SECS [.TENTHS]
 -E, --scale-summary-mem =SCALE  set mem as: k,m,g,t,p,e for SCALE
 -e, --scale-task-mem =SCALE     set mem with: k,m,g,t,p for SCALE
 -H, --threads-show              show tasks plus all their threads
 -i, --idle-toggle               reverse last remembered 'i' state
 -n, --iterations =NUMBER        exit on maximum iterations NUMBER
 -O, --list-fields               output all field names, then exit
 -o, --sort-override =FIELD      force sorting on this named FIELD
 -p, --pid =PIDLIST              monitor only the tasks in PIDLIST
 -S, --accum-time-toggle         reverse last remembered 'S' state
 -s, --secure-mode               run with secure mode restrictions
 -U, --filter-any-user =USER     show only processes owned by USER
 -u, --filter-only-euser =USER   show only processes owned by USER
 -w, --width [=COLUMNS]          change print width [,use COLUMNS]
 -1, --single-cpu-toggle         reverse last remembered '1' state

 -h, --help                      display this help text, then exit
 -V, --version                   output version information & exit

For more details see top(1).
`;

/** The help screen of `h`: own words for the keys that work here. */
export const keysText = `Help for Interactive Commands - procps-ng 4.0.4

  q         Quit
  h or ?    This help
  Space     Show the newest values now
  d or s    Set the delay between two looks
  k         Kill: send a signal to a process
  r         Renice a process

  P M T N   Sort by processor, memory, time, process id
  < >       Move the sort column left, right
  R         Turn the order round
  c         Program name or whole command line
  i         Hide or show idle tasks
  V         Forest: children below their parents
  u         Only the processes of one user
  n or #    How many tasks are shown

  l t m     Switch the lines for load, tasks and processors, memory
  1         One line for each processor
  E         Scale of the memory lines
  x b z     Mark the sort column, bold or plain, colours

Press any key to continue `;
