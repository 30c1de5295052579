# OP PATH [ARGUMENT…]: what a page does with files, as root. Data is on stdin and stdout. A failure is status 1 and its errno as the first word on stderr.
use strict;
use warnings;
$0 = 'lab-files';
my ($op, $path, @rest) = @ARGV;
sub fail { my ($number) = @_; print STDERR ($number // $! + 0), "\n"; exit 1 }
use constant { ENOENT => 2, EEXIST => 17, ENOTDIR => 20, EISDIR => 21 };

# Makes a folder and those above it; they belong to the user.
sub make_folder {
  my ($folder, $uid, $gid) = @_;
  return if $folder eq '' or -d $folder;
  make_folder($folder =~ s{/[^/]*$}{}r, $uid, $gid);
  mkdir $folder or fail();
  chown $uid, $gid, $folder;
}

sub user_of {
  my (undef, undef, $uid, $gid) = getpwnam($_[0]) or fail(ENOENT);
  return ($uid, $gid);
}

my %ops = (
  list => sub {
    opendir(my $folder, $path) or fail();
    for my $name (sort grep { $_ ne '.' and $_ ne '..' } readdir $folder) {
      my @stat = stat "$path/$name";
      @stat = lstat "$path/$name" unless @stat;
      next unless @stat;
      my $kind = -f _ ? 'file' : -d _ ? 'directory' : -l _ ? 'symlink' : 'other';
      print join("\0", $name, $kind, $stat[7], $stat[2] & 07777, $stat[9]), "\0";
    }
  },
  read => sub {
    my ($most) = @rest;
    fail(EISDIR) if -d $path;
    open(my $file, '<:raw', $path) or fail();
    # File too large.
    fail(27) if -s $file > $most;
    local $/ = \65536;
    binmode STDOUT;
    print while <$file>;
  },
  # In place: owner, mode and links of a file stay. What is new at the end comes first: a disk that is full leaves the file as it was.
  write => sub {
    my ($user, $mode) = @rest;
    my ($uid, $gid) = user_of($user);
    fail(EISDIR) if -d $path;
    make_folder($path =~ s{/[^/]*$}{}r, $uid, $gid);
    my $is_new = !-e $path;
    binmode STDIN;
    my $data = do { local $/; <STDIN> } // '';
    open(my $file, $is_new ? '+>:raw' : '+<:raw', $path) or fail();
    chown $uid, $gid, $path if $is_new;
    my $before = -s $file;
    my $put = sub {
      my ($at, $bytes) = @_;
      sysseek($file, $at, 0);
      for (my $done = 0; $done < length $bytes; ) {
        my $count = syswrite($file, $bytes, length($bytes) - $done, $done);
        if ($count) { $done += $count; next }
        my $why = $! + 0;
        truncate($file, $before);
        unlink $path if $is_new;
        fail($why);
      }
    };
    $put->($before, substr($data, $before)) if length $data > $before;
    $put->(0, substr($data, 0, $before));
    truncate($file, length $data) or fail();
    close $file or fail();
    chmod $mode, $path if $mode ne '';
  },
  mkdir => sub {
    fail(EEXIST) if -e $path or -l $path;
    make_folder($path, user_of($rest[0]));
  },
  rename => sub { rename $path, $rest[0] or fail() },
  remove => sub {
    my $remove;
    $remove = sub {
      my ($each) = @_;
      if (-d $each and !-l $each) {
        opendir(my $folder, $each) or fail();
        $remove->("$each/$_") for grep { $_ ne '.' and $_ ne '..' } readdir $folder;
        rmdir $each or fail();
      } else { unlink $each or fail() }
    };
    $remove->($path);
  },
);
$ops{$op}->();
