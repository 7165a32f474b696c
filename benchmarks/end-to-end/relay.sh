# Starting, feeding and measuring the relay. Sourced by the benchmarks; needs $here and $work.

sink=127.0.0.1:2526
actors=127.0.0.1:2525
sessions=20
bytes=2048
silo=

# Further arguments: VARIABLE=value for its environment. Sets $silo, and $started to the milliseconds until READY.
relay_start() {
    local began
    began=$(date +%s%N)
    env "BENCH_DIR=$work" "BENCH_LISTEN=$actors" "BENCH_RELAY=$sink" "$@" "$here/start" > "$work/silo.log" 2>&1 &
    silo=$!
    until grep -qx READY "$work/silo.log"; do
        kill -0 "$silo" 2> /dev/null || { cat "$work/silo.log" >&2 && return 1; }
        sleep 0.05
    done
    started=$((($(date +%s%N) - began) / 1000000))
}

relay_stop() {
    [[ -z $silo ]] || { kill "$silo" 2> /dev/null && wait "$silo" 2> /dev/null || true; }
    silo=
}

# MiB resident.
relay_memory() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$silo/status"; }

# $1: where to send; $2: messages; $3: recipient. Sends, waits until the sink has them all, prints the nanosecond times
# of beginning, last message accepted, last message received.
push() {
    local began accepted receiver
    smtp-sink -u postfix -M "$2" "$sink" 1000 > /dev/null 2>&1 &
    receiver=$!
    until (exec 3<> "/dev/tcp/${sink/:/\/}") 2> /dev/null; do :; done
    began=$(date +%s%N)
    feed "$1" "$2" "${3:-recipient@example.net}"
    accepted=$(date +%s%N)
    wait "$receiver"
    echo "$began $accepted $(date +%s%N)"
}

# $1: where to send; $2: messages; $3: recipient
# With many=(-N) each message has a recipient of its own.
many=()
feed() { smtp-source -s "$sessions" -m "$2" -l "$bytes" -f sender@example.org "${many[@]}" -t "$3" "$1"; }

rate() { awk -v n="$1" -v from="$2" -v until="$3" 'BEGIN { printf "%.0f", n / ((until - from) / 1e9) }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# $1: a number of seconds; then a command. Waits until the command succeeds.
within() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < until)) || { echo "not within its time: $*" >&2 && return 1; }
        sleep 0.2
    done
}

# $1: how many messages are to be deferred
deferred_are() { [[ $(sqlite3 "file:$work/data/actors.db?mode=ro" 'SELECT count(*) FROM messages WHERE phase = 3') -ge $1 ]]; }
