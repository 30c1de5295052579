/**
 * Lets paused containers of a host go on. Where control groups are of the first version a frozen process does not die, and the engine gives up removing the host that holds it. Succeeds where
 * there are none.
 */
export const thaw = 'shopt -s globstar nullglob; for file in /sys/fs/cgroup/freezer/**/freezer.state; do read -r state < "$file" && [ "$state" = THAWED ] || echo THAWED > "$file"; done';
