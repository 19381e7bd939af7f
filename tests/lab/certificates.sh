# The lab's certificates, made at test time: a root, an intermediate, and one leaf a kind of server. Sourced by lab.sh.
# shellcheck shell=bash disable=SC2154  # lab_dir comes from lab.sh

lab_certificates() {
    local ca="$lab_dir/ca" names='DNS:secure.plala.or.jp,DNS:agate.mail.plala.or.jp,DNS:*.lab.example'
    mkdir -p "$ca"
    lab_ca_configuration >"$ca/openssl.cnf"
    : >"$ca/index"
    echo 1000 >"$ca/serial"
    lab_issue root '' '/CN=Yomikae lab root' ca_extensions
    lab_issue intermediate root '/CN=Yomikae lab intermediate' ca_extensions
    lab_issue good intermediate '/CN=secure.plala.or.jp' leaf_extensions "$names"
    lab_issue expired intermediate '/CN=secure.plala.or.jp' leaf_extensions "$names" 20200101000000Z 20210101000000Z
    lab_issue wrong intermediate '/CN=mail.betsu.example' leaf_extensions 'DNS:mail.betsu.example'
    cat "$ca/root.crt" >"$ca/root.pem"
    local kind
    for kind in good expired wrong; do
        cat "$ca/$kind.key" "$ca/$kind.crt" "$ca/intermediate.crt" >"$ca/$kind.pem"
    done
    cat "$ca/good.key" "$ca/good.crt" >"$ca/leafonly.pem"
}

# lab_issue NAME ISSUER SUBJECT EXTENSIONS [ALTERNATIVE_NAMES [FROM UNTIL]]; no issuer = signs itself.
# lab_key and lab_digest: for certificates that are made in an old way.
lab_issue() {
    local ca="$lab_dir/ca" name=$1 issuer=${2:-$1} signing=() key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256)
    [ -z "${lab_key:-}" ] || key=(-newkey "$lab_key")
    [ -n "$2" ] || signing=(-selfsign)
    (
        export ALTERNATIVE_NAMES=${5:-DNS:unused.example}
        openssl req -new "${key[@]}" -nodes -subj "$3" \
            -keyout "$ca/$name.key" -out "$ca/$name.csr" -config "$ca/openssl.cnf"
        openssl ca -batch -notext -config "$ca/openssl.cnf" -extensions "$4" "${signing[@]}" \
            -md "${lab_digest:-sha256}" -keyfile "$ca/$issuer.key" ${2:+-cert "$ca/$issuer.crt"} -startdate "${6:-20200101000000Z}" \
            -enddate "${7:-20491231000000Z}" -in "$ca/$name.csr" -out "$ca/$name.crt"
    ) >"$ca/log" 2>&1 || { cat "$ca/log" >&2; return 1; }
}

# `openssl ca` and not `openssl x509`: only it can set both dates, in every OpenSSL 3.
lab_ca_configuration() {
    cat <<END
[req]
distinguished_name = subject
[subject]
[ca]
default_ca = lab
[lab]
database = $lab_dir/ca/index
serial = $lab_dir/ca/serial
new_certs_dir = $lab_dir/ca
default_md = sha256
policy = any_subject
unique_subject = no
[any_subject]
commonName = supplied
[ca_extensions]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf_extensions]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = \${ENV::ALTERNATIVE_NAMES}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END
}
