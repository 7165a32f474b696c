#!/usr/bin/env bash
# Has three independent programs verify every message of a folder: judge.sh FOLDER RESOLV_CONF
# Leaves FOLDER/{dkimpy,opendkim,perl}.txt with a line "FILE pass" or "FILE fail" each. Runs in a mount namespace of its
# own, where the resolver is another one.
set -euo pipefail
shopt -s nullglob
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
mount --bind "$2" /etc/resolv.conf
cd "$1"

"$(sed -n '1s/^#!//p' "$(command -v dkimverify)")" "$here/judge_dkimpy.py" *.eml > dkimpy.txt 2> dkimpy.err &
dkimpy=$!
perl "$here/judge_mail_dkim.pl" *.eml > perl.txt 2> perl.err &
perl=$!

# Its look-ups take longer than its work: several at a time.
opendkim() {
    local message code
    for message in "$@"; do
        code=0
        opendkim-testmsg < "$message" > /dev/null 2>> opendkim.err || code=$?
        case $code in # 0: verified, 70: not; anything else is a fault of the judge
            0) echo "$message pass" ;;
            70) echo "$message fail" ;;
            *) echo "$message code-$code" ;;
        esac
    done
}
for digit in {0..9}; do
    opendkim *"$digit.eml" > "opendkim-$digit" &
done
wait "$dkimpy"
wait "$perl"
wait
cat opendkim-* > opendkim.txt
