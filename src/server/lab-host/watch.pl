# FOLDER SOCKET-FOLDER SOCKET: tells on stdout what changes below FOLDER, and when SOCKET appears in SOCKET-FOLDER; ends with its stdin.
# A batch of paths, each ended by a zero byte, is ended by one more; the socket is told as the path `socket`. The first batch is empty: nothing is missed from then on.
# inotify(7) by number of system call: Debian's perl-base has no module for it. Flags and events are the same on all architectures named here.
use strict;
use warnings;
use POSIX ();
$0 = 'lab-watch';
my ($top, $socket_folder, $socket) = @ARGV;
my $machine = (POSIX::uname())[4];
my %numbers = (x86_64 => [294, 254], aarch64 => [26, 27]);
my ($init, $add) = @{ $numbers{$machine} or die "no numbers of system calls for $machine\n" };
my %of = (modify => 0x2, attrib => 0x4, written => 0x8, from => 0x40, to => 0x80, create => 0x100, delete => 0x200, overflow => 0x4000, ignored => 0x8000, directory => 0x40000000, only_directory => 0x1000000);
my $interest = $of{modify} | $of{attrib} | $of{written} | $of{from} | $of{to} | $of{create} | $of{delete} | $of{only_directory};
my $fd = syscall($init, 0);
$fd >= 0 or die "inotify_init1: $!\n";
open(my $events, '<&=', $fd) or die $!;
my (%path_of, @changed, %seen);

sub changed { my ($path) = @_; push @changed, $path unless $seen{$path}++ }

# Watches a folder and all below it, first the folder, then what it holds: what is made meanwhile is either seen or told.
sub watch {
  my ($folder, $tell) = @_;
  my $name = $folder;
  my $watch = syscall($add, $fd, $name, $interest);
  return if $watch < 0;
  $path_of{$watch} = $folder;
  opendir(my $entries, $folder) or return;
  for my $entry (readdir $entries) {
    next if $entry eq '.' or $entry eq '..';
    my $path = "$folder/$entry";
    changed($path) if $tell and !-l $path and (-f _ or -d _);
    watch($path, $tell) if !-l $path and -d _;
  }
}

sub tell_changed {
  my @paths = @changed > 100 ? ($top) : @changed;
  @changed = ();
  %seen = ();
  my $batch = join('', map { "$_\0" } @paths) . "\0";
  syswrite(STDOUT, $batch) // exit 0;
}

watch($top, 0);
my $socket_watch = syscall($add, $fd, $socket_folder, $of{create});
tell_changed();
for (;;) {
  my $waiting = '';
  vec($waiting, $fd, 1) = 1;
  vec($waiting, 0, 1) = 1;
  my $found = select(my $ready = $waiting, undef, undef, @changed ? 0.01 : undef);
  if ($found == 0) { tell_changed(); next }
  # Nobody listens any more.
  if (vec($ready, 0, 1)) { sysread(STDIN, my $words, 64) or exit 0 }
  next unless vec($ready, $fd, 1);
  sysread($events, my $buffer, 65536) or die "inotify: $!\n";
  while (length $buffer) {
    my ($watch, $mask, undef, $length) = unpack('lLLL', $buffer);
    my $name = unpack('Z*', substr($buffer, 16, $length));
    substr($buffer, 0, 16 + $length) = '';
    if ($mask & $of{overflow}) { changed("$top/"); watch($top, 0); next }
    if ($watch == $socket_watch) { changed('socket') if $name eq $socket; next }
    if ($mask & $of{ignored}) { delete $path_of{$watch}; next }
    next unless defined $path_of{$watch} and $name ne '';
    my $path = "$path_of{$watch}/$name";
    my $gone = $mask & ($of{from} | $of{delete});
    my $folder = $mask & $of{directory};
    next unless $gone or $folder or (!-l $path and -f $path);
    changed($path);
    watch($path, 1) if $folder and $mask & ($of{create} | $of{to});
  }
  tell_changed() if @changed > 100;
}
