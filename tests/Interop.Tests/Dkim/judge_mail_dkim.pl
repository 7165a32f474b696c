# Mail::DKIM's verifier, for many files in one process.
use strict;
use warnings;
use Mail::DKIM::Verifier;

for my $name (@ARGV) {
    open(my $file, '<:raw', $name) or die "$name: $!";
    local $/;
    my $verifier = Mail::DKIM::Verifier->new();
    $verifier->PRINT(scalar <$file>);
    $verifier->CLOSE;
    my $result = $verifier->result;
    print STDERR "$name ", $verifier->result_detail, "\n" if $result ne 'pass';
    print "$name ", ($result eq 'pass' ? 'pass' : 'fail'), "\n";
}
