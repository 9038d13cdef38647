# Sets the requirements (docs/requirements.csv, read first) beside the tests that carry [Rule("…")].
# Fails where a clause called done has no test, a test names an unknown clause, or a clause stands twice.

function complain(text) {
    print "WRONG: " text
    wrong = 1
}

FILENAME ~ /\.csv$/ {
    if (FNR == 1) next
    line = $0
    if (line !~ /^".*"$/) { complain("line " FNR " of " FILENAME " is not five quoted fields"); next }
    if (split(substr(line, 2, length(line) - 2), field, "\",\"") != 5) { complain("line " FNR " of " FILENAME " is not five quoted fields"); next }
    clause = field[1]
    if (clause in status) { complain(clause " stands twice"); next }
    order[++clauses] = clause
    gist[clause] = field[2]; status[clause] = field[3]; why[clause] = field[4]
    gsub(/""/, "\"", gist[clause]); gsub(/""/, "\"", why[clause])
    if (status[clause] !~ /^(done|planned|not applicable)$/) complain(clause " has the status \"" status[clause] "\"")
    if (status[clause] == "not applicable" && why[clause] == "") complain(clause " does not say why it is not applicable")
    next
}

FNR == 1 { class = ""; forget() }
/^[ \t]*\/\// { next }

# Attributes gather until the class or method they stand on.
{
    rest = $0
    while (match(rest, /Rule\("[^"]*"\)/)) {
        pending[++rules] = substr(rest, RSTART + 6, RLENGTH - 8)
        rest = substr(rest, RSTART + RLENGTH)
    }
}
/^[ \t]*\[/ {
    if ($0 ~ /(Fact|Theory)/) test = 1
    if ($0 ~ /Skip[ ]*=/) skip = 1
}
{
    code = $0
    while (sub(/^[ \t]*\[[^\]]*\]/, "", code)) continue
}
code ~ /^[ \t]*(public|internal|private|file|sealed|static|abstract|partial|async|record|class)[ \t]/ {
    if (match(code, /(class|record) [A-Za-z_0-9]+/)) {
        class = substr(code, RSTART, RLENGTH); sub(/^[a-z]+ /, "", class)
        for (i = 1; i <= rules; i++) prove(pending[i], class)
        forget()
    } else if (match(code, /[A-Za-z_0-9]+(<[^(]*>)?\(/)) {
        method = substr(code, RSTART, RLENGTH - 1)
        if (rules && !test) complain(class "." method " names a clause but is not a test")
        if (!skip) for (i = 1; i <= rules; i++) prove(pending[i], class "." method)
        forget()
    }
}

function forget() { rules = 0; test = 0; skip = 0 }

function prove(clause, by) {
    if (!(clause in status)) { complain(by " names the unknown clause " clause); return }
    if (index(proof[clause] ", ", ", " by ", ")) return
    proof[clause] = proof[clause] ", " by
}

END {
    for (i = 1; i <= clauses; i++) {
        clause = order[i]
        total[status[clause]]++
        note = substr(proof[clause], 3)
        if (note == "") note = why[clause]
        printf "%-9s %-14s %s%s\n", clause, status[clause], gist[clause], note == "" ? "" : "\n" sprintf("%25s", "") note
        if (status[clause] == "done" && proof[clause] == "") complain(clause " is called done and no test proves it")
    }
    printf "done %d, planned %d, not applicable %d\n", total["done"], total["planned"], total["not applicable"]
    exit wrong
}
