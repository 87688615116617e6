#!/usr/bin/env bash
# The steps of action.yml. Everything comes in by the environment and is passed on as whole arguments.
# Runs with the bash of macOS, too: no `mapfile`, no empty arrays.
set -euo pipefail

# Where bilint is installed, and the checkout of this action that it is built from.
folder=${RUNNER_TEMP:?}/bilint
source=$(cd "$(dirname "$0")/../../.." && pwd)

# Tells where bilint will be, and what it is made of: what the cache goes by.
version() {
    local made_of
    made_of=$(cd "$source" && find Cargo.toml Cargo.lock src -type f | sort | git hash-object --stdin-paths | git hash-object --stdin)
    printf 'folder=%s\nkey=bilint-%s-%s-%s\n' "$folder" "${RUNNER_OS:?}" "${RUNNER_ARCH:?}" "$made_of" >>"${GITHUB_OUTPUT:?}"
}

install() {
    if [ -x "$folder/bin/bilint" ] || [ -x "$folder/bin/bilint.exe" ]; then
        echo "bilint was built before"
        return
    fi
    cargo install --locked --path "$source" --root "$folder"
}

is_commit() {
    git rev-parse --quiet --verify --end-of-options "$1^{commit}" >/dev/null
}

# Sets `revision` to the commit to compare with, or to nothing. What a shallow checkout lacks to tell what changed since
# is fetched: as a rule one commit, and only for a branch that left long ago all of them.
since() {
    local head
    revision=${BILINT_CHANGED_SINCE:-${BILINT_BASE:-}}
    [ "$revision" != none ] || revision=
    [ -n "$revision" ] || return 0
    if ! is_commit "$revision"; then
        # What follows `--end-of-options` is no option, whatever it looks like.
        git fetch --quiet --no-tags --depth=1 --end-of-options origin "$revision" >&2
        is_commit "$revision" || revision=FETCH_HEAD
    fi
    revision=$(git rev-parse --verify --end-of-options "$revision^{commit}")
    head=$(git rev-parse HEAD)
    if [ "$(git rev-parse --is-shallow-repository)" = true ] && ! git merge-base "$head" "$revision" >/dev/null; then
        git fetch --quiet --no-tags --deepen=1 origin "$head" "$revision" >&2
        git merge-base "$head" "$revision" >/dev/null || git fetch --quiet --no-tags --unshallow origin "$head" "$revision" >&2
    fi
}

check() {
    local command=${BILINT_COMMAND:-$folder/bin/bilint} summary line code=0
    local arguments=(check --no-progress --format github)
    # Not within `$(…)`, where the first failure would be passed over.
    since
    # What a pull request brings under that name is no report of this run, and a link leads elsewhere.
    [ -z "$BILINT_SARIF" ] || rm -f -- "$BILINT_SARIF"
    summary=$(mktemp "$RUNNER_TEMP/bilint-summary.XXXXXX")
    [ -z "$revision" ] || arguments+=("--changed-since=$revision")
    [ -z "$BILINT_BASELINE" ] || arguments+=("--baseline=$BILINT_BASELINE")
    [ -z "$BILINT_FAIL_ON" ] || arguments+=("--fail-on=$BILINT_FAIL_ON")
    [ -z "$BILINT_SARIF" ] || arguments+=("--report=sarif=$BILINT_SARIF")
    [ "$BILINT_SUMMARY" != true ] || arguments+=("--report=markdown=$summary")
    while IFS= read -r line; do
        [ -z "$line" ] || arguments+=("$line")
    done <<<"$BILINT_ARGS"
    arguments+=(--)
    while IFS= read -r line; do
        [ -z "$line" ] || arguments+=("$line")
    done <<<"$BILINT_PATHS"

    "$command" "${arguments[@]}" || code=$?

    # GitHub takes a summary of a mebibyte, and drops a longer one whole.
    [ -z "${GITHUB_STEP_SUMMARY:-}" ] || head -c 1000000 "$summary" >>"$GITHUB_STEP_SUMMARY"
    rm -f "$summary"
    printf 'exit-code=%s\n' "$code" >>"${GITHUB_OUTPUT:?}"
    [ ! -f "$BILINT_SARIF" ] || printf 'sarif=%s\n' "$BILINT_SARIF" >>"$GITHUB_OUTPUT"
    return "$code"
}

case ${1:-} in
version | install | check) "$1" ;;
*)
    echo "usage: bilint.sh version|install|check" >&2
    exit 2
    ;;
esac
