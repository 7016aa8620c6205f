#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_cli::input::Names;

fuzz_target!(|bytes: &[u8]| {
    let Some((&form, bytes)) = bytes.split_first() else { return };
    let mut names = Names::new(bytes, "fuzz".into(), form % 2 == 0);
    let mut last = 0;
    while let Some(name) = names.next() {
        assert!(names.line() > last, "a line is read twice");
        last = names.line();
        match name {
            Ok(name) => assert!(!name.name.is_empty() && !name.id.is_empty()),
            Err(problem) => {
                assert!(!problem.fatal, "{problem}");
                assert_eq!(problem.line, Some(last));
            }
        }
    }
});
