# Runs scripts as they are asked for on stdin and tells what they give on stdout; ends with its stdin, its scripts go on.
# A frame is a letter, the script's number and the length of what follows (each 4 bytes, big-endian).
# Asked: S starts bash (user, folder, script, variables, each ended by a zero byte), I is its input, Z the end of that, K kills its session.
# Told: O and E are its output, X its exit status. It is told when the script has ended and what it had written is read; processes that it left may go on, and what they write then is nobody's.
# Ends are awaited by pidfd_open(2), whose number is the same everywhere: Perl puts a signal off to its next statement, so one that comes just before select would be told after it, maybe never.
use strict;
use warnings;
use POSIX ();
use Fcntl;
$0 = 'lab-scripts';
my $most = 1 << 20;
my $pidfd_open = 434;
my (%runs, %leftovers);
my ($asked, $told) = ('', '');
binmode STDIN;
binmode STDOUT;

nonblocking(\*STDOUT);
$SIG{PIPE} = 'IGNORE';

sub nonblocking { my ($handle) = @_; fcntl($handle, F_SETFL, fcntl($handle, F_GETFL, 0) | O_NONBLOCK) or die $! }

sub tell_frame { my ($kind, $id, $data) = @_; $told .= $kind . pack('NN', $id, length $data) . $data }

# Groups as /etc/group has them now. Its streams are its own, so that it can open /dev/stdin.
sub become {
  my ($name) = @_;
  my (undef, undef, $uid, $gid) = getpwnam($name) or die "unable to find user $name: no matching entries in passwd file\n";
  my @groups;
  while (my (undef, undef, $group, $members) = getgrent) { push @groups, $group if grep { $_ eq $name } split ' ', $members }
  chown $uid, -1, \*STDIN, \*STDOUT, \*STDERR;
  $) = "$gid $gid @groups";
  POSIX::setgid($gid) and POSIX::setuid($uid) or die "cannot become $name: $!\n";
}

sub start {
  my ($id, $data) = @_;
  my ($user, $folder, $script, @variables) = split /\0/, $data, -1;
  pipe(my $child_in, my $in) && pipe(my $out, my $child_out) && pipe(my $err, my $child_err) or return failed($id, "cannot make a pipe: $!\n");
  my $pid = fork;
  return failed($id, "cannot start a process: $!\n") unless defined $pid;
  if ($pid == 0) {
    eval {
      $SIG{PIPE} = 'DEFAULT';
      POSIX::setsid();
      POSIX::dup2(fileno $child_in, 0);
      POSIX::dup2(fileno $child_out, 1);
      POSIX::dup2(fileno $child_err, 2);
      become($user);
      chdir $folder or die "cannot change to $folder: $!\n";
      for (@variables) { my ($name, $value) = split /=/, $_, 2; $ENV{$name} = $value if defined $value }
      exec { 'bash' } 'bash', '-c', $script or die "cannot run bash: $!\n";
    };
    syswrite STDERR, $@;
    POSIX::_exit(126);
  }
  my $fd = syscall($pidfd_open, $pid, 0);
  my $end;
  unless ($fd >= 0 and open($end, '<&=', $fd)) {
    my $why = $!;
    kill 'KILL', $pid;
    waitpid $pid, 0;
    return failed($id, "cannot wait for a process: $why\n");
  }
  nonblocking($_) for $in, $out, $err;
  $runs{$id} = { pid => $pid, end => $end, in => $in, input => '', out => $out, err => $err };
}

sub failed { my ($id, $why) = @_; tell_frame('E', $id, $why); tell_frame('X', $id, '126') }

# The process itself first: it may not lead its session yet.
sub kill_session {
  my ($session) = @_;
  kill 'KILL', $session;
  for my $file (glob '/proc/[0-9]*/stat') {
    open(my $stat, '<', $file) or next;
    my $line = <$stat> // next;
    kill 'KILL', $1 if $line =~ /^(\d+) \(.*\) \S \d+ \d+ (\d+) /s and $2 == $session;
  }
}

sub answer {
  my ($kind, $id, $data) = @_;
  return start($id, $data) if $kind eq 'S';
  my $run = $runs{$id} or return;
  if ($kind eq 'I') { $run->{input} .= $data }
  elsif ($kind eq 'Z') { $run->{all} = 1 }
  elsif ($kind eq 'K') { kill_session($run->{pid}) }
}

# Takes what is there of an output; its end closes it.
sub take {
  my ($run, $key, $id, $kind) = @_;
  my $read = sysread $run->{$key}, my $data, 65536;
  return if not defined $read and ($!{EAGAIN} or $!{EINTR});
  if ($read) { tell_frame($kind, $id, $data) if defined $id }
  else { close $run->{$key}; delete $run->{$key} }
}

sub ended {
  my ($id) = @_;
  my $run = delete $runs{$id};
  waitpid $run->{pid}, 0;
  my $status = $?;
  for (['out', 'O'], ['err', 'E']) {
    my ($key, $kind) = @$_;
    # All that it wrote fits: a pipe holds 65536 bytes. More would be of those that it left.
    take($run, $key, $id, $kind) if $run->{$key};
    # Read on, or who was left behind would get SIGPIPE.
    $leftovers{fileno $run->{$key}} = { out => $run->{$key} } if $run->{$key};
  }
  tell_frame('X', $id, $status & 127 ? 128 + ($status & 127) : $status >> 8);
}

for (;;) {
  my ($reads, $writes) = ('', '');
  my $want = sub { vec($_[0], fileno $_[1], 1) = 1 };
  $want->($reads, $_) for \*STDIN, (map { $_->{out} } values %leftovers), map { $_->{end} } values %runs;
  $want->($writes, \*STDOUT) if length $told;
  for my $run (values %runs) {
    if (length $told < $most) { $want->($reads, $_) for grep { defined } @$run{'out', 'err'} }
    if ($run->{in} and $run->{all} and not length $run->{input}) { close $run->{in}; delete $run->{in} }
    $want->($writes, $run->{in}) if $run->{in} and length $run->{input};
  }
  next if select($reads, $writes, undef, undef) < 0;
  my $is = sub { defined $_[1] and vec($_[0], fileno $_[1], 1) };

  for my $id (keys %runs) { ended($id) if $is->($reads, $runs{$id}{end}) }
  if ($is->($reads, \*STDIN)) {
    my $read = sysread STDIN, $asked, 65536, length $asked;
    exit if defined $read and $read == 0;
    while (length $asked >= 9) {
      my ($kind, $id, $length) = unpack 'aNN', $asked;
      last if length $asked < 9 + $length;
      answer($kind, $id, substr $asked, 9, $length);
      substr($asked, 0, 9 + $length) = '';
    }
  }
  for my $key (keys %leftovers) {
    take($leftovers{$key}, 'out') if $is->($reads, $leftovers{$key}{out});
    delete $leftovers{$key} unless $leftovers{$key}{out};
  }
  for my $id (keys %runs) {
    my $run = $runs{$id};
    take($run, 'out', $id, 'O') if $is->($reads, $run->{out});
    take($run, 'err', $id, 'E') if $is->($reads, $run->{err});
    next unless $is->($writes, $run->{in});
    my $written = syswrite $run->{in}, $run->{input};
    if (defined $written) { substr($run->{input}, 0, $written) = '' }
    # It reads no more.
    elsif (not $!{EAGAIN} and not $!{EINTR}) { close $run->{in}; delete $run->{in}; $run->{input} = '' }
  }
  if ($is->($writes, \*STDOUT)) {
    my $written = syswrite STDOUT, $told;
    substr($told, 0, $written) = '' if defined $written;
  }
}
