# Sourced after java.sh: finds out which Debian packages are missing, and installs them where it may.

missing=()

# want PROGRAM [PACKAGE…]: notes the packages of a program that is not there.
want() {
    local program=$1
    shift
    command -v "$program" >/dev/null 2>&1 || missing+=("${@:-$program}")
}

has_chromium() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null
}

has_opus() { ldconfig -p 2>/dev/null | grep -q 'libopus\.so\.0'; }

has_chinese() { fc-list 2>/dev/null | grep -qi 'noto.*cjk'; }

# What building needs. A Node.js that is too old is no reason to take the system's away: see fetch_node.
want_tools() {
    want curl
    want mvn maven
    command -v npm >/dev/null 2>&1 || missing+=(npm)
    if ! has_jdk; then
        offers openjdk-25-jdk-headless || find_jdk # says what to do before anything is installed
        missing+=(openjdk-25-jdk-headless)
    fi
}

# Whether Debian has that package; fetches its lists first where there are none yet, if it may.
offers() {
    if command -v apt-get >/dev/null && ! apt-cache show maven >/dev/null 2>&1; then
        as_root apt-get update >&2 || true
    fi
    apt-cache show "$1" >/dev/null 2>&1
}

# Runs a command as root, if this is root or sudo does not ask.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        command -v sudo >/dev/null && sudo -n "$@"
    fi
}

# What the tests drive: real browsers, encoders, players and a cache.
want_strangers() {
    has_chromium || missing+=(chromium)
    want ffmpeg
    want vlc vlc-bin vlc-plugin-base
    want firefox-esr
    want nginx nginx-light
    want pulseaudio
    has_chinese || missing+=(fonts-noto-cjk fontconfig)
    has_opus || missing+=(libopus0)
}

# Installs what is missing as root or by a sudo that does not ask; else prints the one command to paste.
install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    local command="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" root='su -c'
    command -v apt-get >/dev/null || fail "missing: ${missing[*]} (names of Debian's packages). Install them, then run this again."
    if ! as_root true 2>/dev/null; then
        command -v sudo >/dev/null && root='sudo sh -c'
        fail "missing: ${missing[*]}. Paste this, then run it again:

  $root '$command'
"
    fi
    say "rostrum: installing what is missing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2 ||
        fail "the packages could not be installed: see above."
    missing=()
}

# Without a Node.js that is new enough: one from the npm registry, kept in the user's cache, for this build alone.
fetch_node() {
    has_node && return
    local home=${XDG_CACHE_HOME:-$HOME/.cache}/rostrum/node machine
    case $(uname -m) in aarch64 | arm64) machine=arm64 ;; *) machine=x64 ;; esac
    local bin=$home/node_modules/node-linux-$machine/bin
    if [ ! -x "$bin/node" ] && [ "$(uname -s)" = Linux ]; then
        say "rostrum: fetching Node.js 22 from the npm registry into $home"
        mkdir -p "$home"
        npm install --loglevel=error --no-save --prefix "$home" "node-linux-$machine@22" >&2 || rm -rf "$home"
    fi
    [ -x "$bin/node" ] && PATH=$bin:$PATH
    export PATH
}
