use super::{Problem, shell_name};

/// Says what is wrong with `line` as JSON, in which column, counted in
/// characters as editors do, and what to do about it: `otherwise` where it is
/// not even the start of JSON.
pub(super) fn explain(
    problem: Problem,
    line: &str,
    error: &serde_json::Error,
    otherwise: &str,
) -> Problem {
    let file = shell_name(&problem.file);
    let hint = match line.trim_start().as_bytes() {
        [b'[', ..] => format!("make a line of each element: jq -c '.[]' {file}"),
        [b'{', ..] => format!("a record must be a JSON object on one line: jq -c . {file}"),
        _ => otherwise.into(),
    };
    let reason = without_position(error);
    let reason = if error.is_data() {
        reason
    } else {
        let before = line.as_bytes().get(..error.column()).unwrap_or(line.as_bytes());
        let column = before.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        format!("malformed JSON in column {column}: {reason}")
    };
    Problem { reason, ..problem }.hint(hint)
}

/// Returns the message without `at line 1 column 7`: every line is line 1 to
/// the parser.
pub(super) fn without_position(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((reason, _)) => reason.into(),
        None => message,
    }
}
