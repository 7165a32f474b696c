# A Postfix instance of its own, tuned for relaying: see postfix_start. Sourced by the benchmarks.

# $1: its folder; $2: where it listens; $3: where it relays everything to
postfix_start() {
    local folder=$1 name=${2/:*/} port=${2/*:/}
    mkdir -p "$folder/config" "$folder/queue" "$folder/data"
    cat > "$folder/config/main.cf" << END
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
myhostname = postfix.example.org
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = $name
inet_protocols = ipv4
relayhost = [${3/:*/}]:${3/*:/}
default_transport = smtp
in_flow_delay = 0
default_process_limit = 100
default_destination_concurrency_limit = 20
initial_destination_concurrency = 20
smtp_connection_cache_on_demand = no
smtpd_tls_security_level = none
smtp_tls_security_level = none
smtpd_peername_lookup = no
disable_mime_input_processing = yes
disable_mime_output_conversion = yes
receive_override_options = no_address_mappings, no_header_body_checks
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_relay_restrictions = permit_mynetworks, reject
disable_dns_lookups = yes
maillog_file = /var/log/postfix-bench.log
alias_maps =
END
    sed -e 's/^smtp      inet.*/#&/' /etc/postfix/master.cf > "$folder/config/master.cf"
    echo "$port inet n - n - - smtpd" >> "$folder/config/master.cf"
    sed -i -E 's/^([a-z]+ +(unix|inet) +[-yn] +[-yn] +)y/\1n/' "$folder/config/master.cf" # no chroot
    cp /etc/postfix/dynamicmaps.cf "$folder/config/" 2> /dev/null || true
    chown postfix "$folder/data"
    chmod 755 "$folder" "$(dirname "$folder")"
    postfix -c "$folder/config" start > "$folder/start.log" 2>&1 || { cat "$folder/start.log" >&2 && return 1; }
}

postfix_stop() { [[ ! -d $1/config ]] || postfix -c "$1/config" stop > /dev/null 2>&1; }
