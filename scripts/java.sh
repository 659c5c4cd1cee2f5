# Sourced by ./run and ./test: finds a JDK 25 or newer, Maven and Node.js, or says what to install.
# Sets JAVA_HOME and PATH. Needs no root and changes nothing on the machine.

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "rostrum: $*"
    exit 1
}

# The major version of the JDK in a folder; empty where there is no compiler.
jdk_version() {
    [ -x "$1/bin/javac" ] || return 0
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Points JAVA_HOME and PATH at a JDK that is new enough; fails where there is none.
has_jdk() {
    local home version on_path
    on_path=$(command -v javac 2>/dev/null || true)
    [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] || continue
        version=$(jdk_version "$home")
        if [ -n "$version" ] && [ "$version" -ge 25 ]; then
            JAVA_HOME=$home
            export JAVA_HOME PATH="$home/bin:$PATH"
            return
        fi
    done
    return 1
}

find_jdk() {
    has_jdk || fail "no JDK 25 or newer found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks).
Install one, for example Temurin 25 (https://adoptium.net) or, with SDKMAN: sdk install java 25-tem
Then run this again, or point JAVA_HOME at it."
}

# Node.js 20.19 or newer, or 22.12 or newer: what the pages are built with.
has_node() {
    command -v node >/dev/null 2>&1 &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}

need() {
    command -v "$1" >/dev/null 2>&1 || fail "$1 is missing. $2"
}

find_tools() {
    find_jdk
    need mvn "Install Apache Maven 3.8.7 or newer (Debian: apt-get install maven)."
    has_node || fail "Node.js 20.19 or newer is missing: the web pages are built with it (https://nodejs.org)."
    need npm "It comes with Node.js (https://nodejs.org)."
}

# Runs Maven and hides only what JDK 25 says about Maven's own old libraries.
maven() {
    mvn -B -ntp "$@" 2> >(grep -v -e '^WARNING: .*sun.misc.Unsafe' -e '^WARNING: A terminally deprecated' \
        -e '^WARNING: Please consider reporting' -e '^WARNING: A restricted method' \
        -e '^WARNING: java.lang.System::load' -e '^WARNING: Use --enable-native-access' \
        -e '^WARNING: Restricted methods' >&2)
}
