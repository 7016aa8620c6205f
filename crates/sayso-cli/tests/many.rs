//! Runs over many documents: what is written, and what is left when they are cut
//! short.

mod program;

use std::{
    fs,
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use program::{Ran, folder, root, run, sayso};
use serde_json::{Value, json};

/// A corpus of so many articles, every tenth of them malformed.
fn corpus(count: usize) -> String {
    let article = fs::read_to_string(root().join("examples/article.txt"));
    let article = article.expect("the example can be read");
    let line = |number| {
        let text = format!("{article}\nThat was number {number}.");
        let line = json!({ "id": number, "text": text, "n": number * 7 }).to_string();
        if number % 10 == 9 { format!("{}\n", &line[..100]) } else { line + "\n" }
    };
    (0..count).map(line).collect()
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).expect("the file is there")
}

/// The files that are in a folder.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("names are text");
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("an entry"))).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_file_and_a_summary() {
    let folder = folder("a_file_and_a_summary", &[("in.jsonl", corpus(5).as_bytes())]);
    let ran = run(&folder, &["tokens", "in.jsonl", "-o", "out.jsonl"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    assert!(ran.err.starts_with("sayso: 5 documents, 0 failed; 0.0 MB in "), "{}", ran.err);
    assert!(ran.err.ends_with(" tokens\n"), "{}", ran.err);
    assert_eq!(files(&folder), ["in.jsonl", "out.jsonl"]);
    assert_eq!(read(&folder, "out.jsonl"), run(&folder, &["tokens", "in.jsonl"]).out);
    let ran = run(&folder, &["attributions", "in.jsonl", "-o", "out.jsonl"]);
    assert!(
        ran.err.contains(" attributions, ") && ran.err.ends_with(" speakers\n"),
        "{}",
        ran.err
    );
    let ran = run(&folder, &["tokens", "in.jsonl", "-o", "out.txt", "--format", "text", "-q"]);
    assert_eq!(ran, Ran { status: 0, out: String::new(), err: String::new() });
    assert!(!read(&folder, "out.txt").contains('\x1B'));
}

#[test]
fn shards_are_the_whole() {
    let folder = folder("shards_are_the_whole", &[("in.jsonl", corpus(25).as_bytes())]);
    let tokens = |options: &[&str]| run(&folder, &[&["tokens", "in.jsonl"], options].concat());
    let whole = tokens(&[]);
    let shards = ["1/3", "2/3", "3/3"].map(|shard| tokens(&["--shard", shard]));
    let line = |number: usize| shards[number % 3].out.lines().nth(number / 3);
    let lines: Vec<&str> = whole.out.lines().collect();
    // 9 and 19 are malformed.
    for (number, expected) in lines.iter().enumerate().take(9) {
        assert_eq!(line(number), Some(*expected));
    }
    assert_eq!(shards.iter().map(|shard| shard.out.lines().count()).sum::<usize>(), lines.len());
    assert_eq!(shards.iter().map(|shard| shard.err.matches(": line ").count()).sum::<usize>(), 2);
    let missing = run(&folder, &["tokens", "none.jsonl", "--shard", "2/3"]);
    assert_eq!(missing.status, 3, "it is missing in every part");
}

#[test]
fn folders_and_patterns() {
    let folder = folder("folders_and_patterns", &[("b.txt", b"b"), (".hidden.txt", b"h")]);
    fs::create_dir_all(folder.join("a/z")).expect("a folder can be made");
    for (name, text) in [("a/2.txt", "2"), ("a/10.txt", "10"), ("a/z/1.jsonl", "{\"text\":\"1\"}")]
    {
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    let ids = |arguments: &[&str]| {
        let ran = run(&folder, &[&["tokens"], arguments].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let texts = ran.out.lines().map(|line| {
            let record: Value = serde_json::from_str(line).expect("it writes JSON");
            record["text"].as_str().expect("a text").to_owned()
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(&["."]), "10 2 1 b");
    assert_eq!(ids(&["b.txt", "a"]), "b 10 2 1");
    assert_eq!(ids(&["**/*.txt"]), "10 2 b");
    assert_eq!(ids(&["a/?.txt"]), "2");
    // What a run writes, it does not read.
    let ran = run(&folder, &["tokens", ".", "-o", "c.jsonl", "-q"]);
    assert_eq!((ran.status, read(&folder, "c.jsonl").lines().count()), (0, 4));
    let ran = run(&folder, &["tokens", ".", "-o", "./c.jsonl", "-q"]);
    assert_eq!((ran.status, read(&folder, "c.jsonl").lines().count()), (0, 4));
}

#[test]
fn quarantine() {
    let input = [corpus(10).as_bytes(), b"{\"text\": \"caf\xE9\"}\n"].concat();
    let folder = folder("quarantine", &[("in.jsonl", &input)]);
    let ran = run(&folder, &["tokens", "--on-error", "quarantine", "bad.jsonl", "in.jsonl"]);
    assert_eq!((ran.status, ran.out.lines().count()), (1, 9));
    let err = "sayso: 2 of 11 documents failed, the others are written\n\
               sayso: what failed is in bad.jsonl, with the reasons\n";
    assert_eq!(ran.err, err);
    let bad: Vec<Value> = read(&folder, "bad.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("it is JSON Lines"))
        .collect();
    assert_eq!(bad[0]["document"], corpus(10).lines().nth(9).expect("the last line"));
    assert_eq!((&bad[0]["file"], &bad[0]["line"]), (&json!("in.jsonl"), &json!(10)));
    assert!(bad[0]["reason"].as_str().expect("a reason").starts_with("malformed JSON"));
    assert_eq!(bad[1]["bytes"], "{\"text\": \"caf\u{E9}\"}");
    assert_eq!(bad.len(), 2);
}

#[test]
fn stopping_at_the_first_failure_and_going_on() {
    let folder = folder("stopping_at_the_first_failure", &[("in.jsonl", corpus(25).as_bytes())]);
    let options = ["tokens", "in.jsonl", "-o", "out.jsonl", "--resume", "--on-error"];
    let tokens = |what| run(&folder, &[&options[..], &[what]].concat());
    let ran = tokens("fail");
    assert_eq!(ran.status, 1);
    let [problem, _, place, hint] = ran.err.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", ran.err)
    };
    assert!(problem.starts_with("sayso: in.jsonl: line 10: malformed JSON"), "{problem}");
    assert_eq!(place, "sayso: what has been done is in out.jsonl.part");
    assert!(hint.contains("go on with --resume"), "{hint}");
    assert_eq!(read(&folder, "out.jsonl.part").lines().count(), 9);
    // The document is mended.
    fs::write(
        folder.join("in.jsonl"),
        corpus(9)
            + &corpus(25).lines().skip(10).map(|line| format!("{line}\n")).collect::<String>(),
    )
    .expect("a file can be written");
    let ran = tokens("skip");
    assert_eq!((ran.status, read(&folder, "out.jsonl").lines().count()), (1, 23));
    assert!(ran.err.contains("24 documents, 1 failed"), "{}", ran.err);
}

#[test]
fn nothing_to_resume() {
    let folder = folder("nothing_to_resume", &[("in.jsonl", corpus(3).as_bytes())]);
    let tokens = |options: &[&str]| {
        run(&folder, &[&["tokens", "in.jsonl", "-o", "out.jsonl"], options].concat())
    };
    assert_eq!(tokens(&["--resume"]).status, 0);
    let ran = tokens(&["--resume"]);
    let err = "sayso: out.jsonl is complete: nothing is left to be done\n";
    assert_eq!(ran, Ran { status: 0, out: String::new(), err: err.into() });
    let ran = run(&folder, &["tokens", "in.jsonl", "--resume"]);
    assert_eq!(ran.status, 2, "there is no file to go on with");
    let ran = run(&folder, &["tokens", "in.jsonl", "-o", "/dev/null", "--resume"]);
    assert_eq!((ran.status, ran.err.lines().count()), (3, 1));
}

#[test]
fn other_options_are_another_run() {
    let folder = folder("other_options_are_another_run", &[("in.jsonl", corpus(12).as_bytes())]);
    let options = ["tokens", "in.jsonl", "-o", "out.jsonl", "--resume"];
    let tokens = |more: &[&str]| run(&folder, &[&options[..], more].concat());
    assert_eq!(tokens(&["--on-error", "fail"]).status, 1);
    let ran = tokens(&["--offsets", "bytes"]);
    let err = "sayso: out.jsonl.journal: the run that was interrupted had other options\n\
               sayso: hint: leave out --resume to start anew\n";
    assert_eq!(ran, Ran { status: 3, out: String::new(), err: err.into() });
    // How it goes is not what comes of it.
    assert_eq!(tokens(&["-j", "1", "-q"]).status, 1);
    assert_eq!(files(&folder), ["in.jsonl", "out.jsonl"]);
}

/// A small disk, for as long as the test lasts.
#[cfg(target_os = "linux")]
struct Disk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    /// Mounts one, if that is permitted.
    fn mount(folder: &Path, options: &str) -> Option<Disk> {
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder)
            .stderr(Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then(|| Disk(folder.to_owned()))
    }

    fn resize(&self, size: &str) {
        let options = format!("remount,size={size}");
        let mut mount = std::process::Command::new("mount");
        let status = mount.args(["-o", &options]).arg(&self.0).status();
        assert!(status.expect("mount can be run").success());
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_and_more_room() {
    let folder = folder("a_full_disk_and_more_room", &[("in.jsonl", corpus(200).as_bytes())]);
    let small = folder.join("small");
    fs::create_dir_all(&small).expect("a folder can be made");
    let Some(disk) = Disk::mount(&small, "size=300k") else {
        println!("skipped: no disk can be mounted here");
        return;
    };
    let tokens =
        || run(&folder, &["tokens", "in.jsonl", "-o", "small/out.jsonl", "--resume", "-q"]);
    let ran = tokens();
    let lines: Vec<&str> = ran.err.lines().collect();
    let expected = [
        "sayso: small/out.jsonl.part: no space left on device",
        "sayso: what has been done is in small/out.jsonl.part",
        "sayso: hint: make room, and go on with --resume",
    ];
    assert_eq!((ran.status, &lines[lines.len() - 3..]), (3, &expected[..]));
    disk.resize("20m");
    let ran = tokens();
    assert_eq!(ran.status, 1, "{}", ran.err);
    let whole = run(&folder, &["tokens", "in.jsonl"]).out;
    assert!(read(&folder, "small/out.jsonl") == whole, "the same bytes");
}

/// Numbers that are as good as random.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn killed_and_resumed() {
    let corpus = corpus(40);
    let folder = folder("killed_and_resumed", &[("in.jsonl", corpus.as_bytes())]);
    fs::write(folder.join("more.txt"), "“No,” she said.").expect("a file can be written");
    let options = |output, bad| {
        ["in.jsonl", "more.txt", "-o", output, "--on-error", "quarantine", bad, "--resume"]
    };
    let start = SystemTime::now();
    let whole = run(&folder, &options("whole.jsonl", "whole.bad"));
    let time = start.elapsed().expect("time goes on").as_millis() as u64;
    assert_eq!(whole.status, 1);

    let seed = start.duration_since(UNIX_EPOCH).expect("it is later").subsec_nanos();
    let mut random = Random(u64::from(seed));
    let mut longest = 0;
    for kill in 0..10 {
        let mut command = sayso(&folder, &options("out.jsonl", "out.bad"));
        let jobs = (1 + kill % 3).to_string();
        command.args(["-j", &jobs]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let written = || fs::metadata(folder.join("out.jsonl.part")).map_or(0, |part| part.len());
        thread::sleep(Duration::from_millis(1 + random.below(time / 3)));
        // However slow the machine is, it gets somewhere every third time.
        while kill % 3 == 0 && written() == 0 && matches!(child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        longest = longest.max(written());
    }
    let resumed = run(&folder, &options("out.jsonl", "out.bad"));
    for (file, expected) in [("out.jsonl", "whole.jsonl"), ("out.bad", "whole.bad")] {
        assert_eq!(read(&folder, file), read(&folder, expected), "{file}, seed {seed}");
    }
    let count = |ran: &Ran| ran.err.split(';').next().map(str::to_owned);
    if !resumed.err.contains("is complete") {
        assert_eq!((resumed.status, count(&resumed)), (1, count(&whole)), "seed {seed}");
    }
    let left = ["in.jsonl", "more.txt", "out.bad", "out.jsonl", "whole.bad", "whole.jsonl"];
    assert_eq!(files(&folder), left);
    assert!(longest > 0, "it was killed before it had written anything, ten times");
}
