#!/usr/bin/perl
# dnmonster on real hosts: what src/coreutils/server/dnmonster is in the sandbox, byte for byte.
use strict;
use warnings;
use IO::Socket;

my $cells = 12;

sub lots {
    my ($text) = @_;
    my $state = 17;
    $state = ($state * 31 + ord($_)) % 2147483647 for split //, $text;
    $state ||= 1;
    my $step = sub { $state = ($state * 16807) % 2147483647 };
    $step->() for 1 .. 8;
    return sub { $step->() % $_[0] };
}

sub monster {
    my ($next) = lots($_[0]);
    my @colour = map { 48 + $next->(128) } 1 .. 3;
    my @rows;
    for my $row (0 .. $cells - 1) {
        my @half;
        for my $column (0 .. $cells / 2 - 1) {
            my $middle = $row > 1 && $row < $cells - 2 && $column > 1;
            my $edge = $row == 0 || $row == $cells - 1 || $column == 0;
            push @half, $next->(100) < ($middle ? 88 : $edge ? 14 : 52) ? 1 : 0;
        }
        push @rows, [@half, reverse @half];
    }
    my $place = sub { my ($row, $column, $value) = @_; $rows[$row][$_] = $value for $column, $cells - 1 - $column };
    my $eyes = 3 + $next->(2);
    my $mouth = 7 + $next->(2);
    my $look = $next->(2);
    for my $row ($eyes, $eyes + 1) { $place->($row, $_, 2) for 3, 4 }
    $place->($eyes + $next->(2), 3 + $look, 3);
    for (my $column = 3 + $next->(2); $column < $cells / 2; $column++) { $place->($mouth, $column, $column % 2 == $look ? 2 : 3) }
    return ([243, 242, 236, @colour, 255, 255, 255, 20, 38, 61], \@rows);
}

my @table = map { my $value = $_; $value = $value & 1 ? 0xedb88320 ^ ($value >> 1) : $value >> 1 for 1 .. 8; $value } 0 .. 255;

sub chunk {
    my ($name, $data) = @_;
    my $crc = 0xffffffff;
    $crc = $table[($crc ^ ord($_)) & 255] ^ ($crc >> 8) for split //, "$name$data";
    return pack('N', length $data) . $name . $data . pack('N', $crc ^ 0xffffffff);
}

sub stored {
    my ($bytes) = @_;
    my ($a, $b) = (1, 0);
    for (unpack 'C*', $bytes) { $a = ($a + $_) % 65521; $b = ($b + $a) % 65521 }
    my $out = "\x78\x01";
    for (my $at = 0; $at < length $bytes; $at += 65535) {
        my $part = substr $bytes, $at, 65535;
        $out .= pack('Cvv', $at + 65535 >= length $bytes ? 1 : 0, length $part, ~length($part) & 0xffff) . $part;
    }
    return $out . pack('N', $b * 65536 + $a);
}

sub png {
    my ($name, $size) = @_;
    my ($palette, $rows) = monster($name);
    my $points = '';
    for my $y (0 .. $size - 1) {
        $points .= "\0" . join '', map { chr $rows->[int($y * $cells / $size)][int($_ * $cells / $size)] } 0 .. $size - 1;
    }
    return "\x89PNG\r\n\x1a\n" . chunk('IHDR', pack('NNC5', $size, $size, 8, 3, 0, 0, 0)) . chunk('PLTE', pack 'C*', @$palette) . chunk('IDAT', stored($points)) . chunk('IEND', '');
}

sub answer {
    my ($method, $target) = @_;
    my ($path, $query) = split /\?/, $target, 2;
    return (405, 'text/plain', "Only GET is answered.\n") if $method !~ /^(GET|HEAD)$/;
    return (200, 'text/plain', "Ask for /monster/NAME?size=80.\n") if $path eq '/';
    my ($name) = $path =~ m{^/monster/([^/]+)$} or return (404, 'text/plain', "There is only /monster/NAME.\n");
    my ($size) = ($query // '') =~ /(?:^|&)size=([^&]*)/;
    $size //= 80;
    return (400, 'text/plain', "size is a number from 12 to 512.\n") if $size !~ /^\d{1,4}$/ || $size < 12 || $size > 512;
    return (200, 'image/png', png($name, $size));
}

# For tests: a picture on standard output.
if (@ARGV == 3 && $ARGV[0] eq '--picture') { binmode STDOUT; print png($ARGV[1], $ARGV[2]); exit 0 }

my $port = (@ARGV && $ARGV[0] eq '-p') ? $ARGV[1] : 8080;
if ($port !~ /^\d+$/ || $port < 1 || $port > 65535) { print STDERR "dnmonster: usage: dnmonster [-p PORT]\n"; exit 2 }
my $server = IO::Socket::INET->new(LocalPort => $port, Listen => 64, ReuseAddr => 1);
if (!$server) { print STDERR "dnmonster: port $port: $!\n"; exit 1 }
$| = 1;
$SIG{TERM} = $SIG{INT} = sub { exit 0 };
$SIG{CHLD} = 'IGNORE';
print "dnmonster listens on port $port\n";
my %words = (200 => 'OK', 400 => 'Bad Request', 404 => 'Not Found', 405 => 'Method Not Allowed');
while (1) {
    my $client = $server->accept or next;
    defined(my $child = fork) or next;
    if ($child) { close $client; next }
    $SIG{TERM} = $SIG{INT} = 'DEFAULT';
    my ($method, $target) = split ' ', scalar(<$client>) // '';
    while (defined(my $line = <$client>)) { last if $line =~ /^\r?\n$/ }
    my ($status, $type, $body) = answer($method // '', $target // '/');
    print "$method $target $status\n" if $target;
    binmode $client;
    print $client "HTTP/1.1 $status $words{$status}\r\nContent-Type: $type\r\nContent-Length: " . length($body) . "\r\nConnection: close\r\n\r\n" . (($method // '') eq 'HEAD' ? '' : $body);
    close $client;
    exit 0;
}
