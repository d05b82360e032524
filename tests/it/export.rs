//! `export`: a data package that is whole, and a folder in which nothing of anybody else's is lost.

use std::{fs, path::Path};

use serde_json::Value;

use crate::harness::{Run, folder, is_deep, text, with_args};

fn export(to: &Path, options: &[&str]) -> Run {
    with_args([&["export", to.to_str().unwrap()], options].concat())
}

fn refused(to: &Path, options: &[&str], says: &str) {
    export(to, options).status(4).warns(says).run();
}

#[test]
fn an_export_is_whole_and_the_same_every_time() {
    let folder = folder("export");
    let (one, two) = (folder.join("one"), folder.join("two"));
    for target in [&one, &two] {
        let files = export(target, &["--json"]).rows();
        assert_eq!(files.len(), fs::read_dir(target).unwrap().count());
        for file in &files {
            assert_eq!(file["bytes"], fs::metadata(target.join(text(file, "id"))).unwrap().len());
        }
    }
    // Types, keys and references: .ci/validate.
    let package: Value = serde_json::from_slice(&fs::read(one.join("datapackage.json")).unwrap()).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let name = text(resource, "path");
        let bytes = fs::read(one.join(name)).unwrap();
        assert_eq!(bytes, fs::read(two.join(name)).unwrap(), "{name}");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert!(fields.iter().all(|field| !text(field, "title@zh").is_ascii()), "{name}");
    }
    let figures = with_args(["figures", "-f", "csv"]).prints().run();
    assert_eq!(fs::read_to_string(one.join("figures.csv")).unwrap(), figures, "as the command says them");
    assert!(fs::read(one.join("links.csv")).unwrap().starts_with(b"record,linked,kind,origin\n"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left beside");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_export_replaces_nothing_unasked_and_only_what_an_export_wrote() {
    let folder = folder("force");
    let target = folder.join("out");
    export(&target, &[]).prints().run();
    refused(&target, &[], "--force");
    export(&target, &["--force"]).prints().run();
    export(&target.join(""), &["--force"]).prints().run();
    // Files of somebody: new ones, one of ours that was changed, and a description of something else.
    let description = fs::read_to_string(target.join("datapackage.json")).unwrap();
    for (name, text) in [
        ("budget.csv", "item,cost\n"),
        ("thesis.doc", "years of work"),
        ("ports.csv", "id,name\nmine,Mine\n"),
        ("datapackage.json", "{}"),
        ("datapackage.json", &description.replacen("liangjiang", "lianjiang", 1)),
        ("datapackage.json", &description.replace("ports.csv", "mine.csv")),
        ("datapackage.json", &format!("{description}\n")),
    ] {
        let before = fs::read(target.join(name)).ok();
        fs::write(target.join(name), text).unwrap();
        refused(&target, &["--force"], "no export wrote");
        assert_eq!(fs::read(target.join(name)).unwrap(), text.as_bytes());
        match before {
            Some(bytes) => fs::write(target.join(name), bytes).unwrap(),
            None => fs::remove_file(target.join(name)).unwrap(),
        }
    }
    // A table less is no loss; an empty folder holds nothing.
    fs::remove_file(target.join("ports.csv")).unwrap();
    export(&target, &["--force"]).prints().run();
    fs::create_dir(folder.join("empty")).unwrap();
    export(&folder.join("empty"), &["--force"]).prints().run();
    fs::remove_dir_all(folder.join("empty")).unwrap();
    // Whole, begun, and with what is nobody's export: what killed runs may have left.
    let left = |n: usize| folder.join(format!(".liangjiang-export-{n}"));
    for (n, length) in [description.len(), 99, description.len()].into_iter().enumerate() {
        fs::create_dir(left(n)).unwrap();
        fs::write(left(n).join("datapackage.json"), &description[..length]).unwrap();
    }
    fs::copy(target.join("ports.csv"), left(0).join("ports.csv")).unwrap();
    fs::write(left(2).join("mine"), "x").unwrap();
    export(&target, &["--force"]).prints().run();
    assert_eq!([0, 1, 2].map(|n| left(n).exists()), [false, false, true]);
    fs::remove_dir_all(left(2)).unwrap();
    for length in [240, 255] {
        let long = folder.join("n".repeat(length));
        export(&long, &[]).prints().run();
        export(&long, &["--force"]).prints().run();
        fs::remove_dir_all(long).unwrap();
    }
    let file = folder.join("file");
    fs::write(&file, "x").unwrap();
    refused(&file, &["--force"], "");
    assert_eq!(fs::read(&file).unwrap(), b"x");
    for nameless in ["/", "..", "."] {
        refused(Path::new(nameless), &[], "");
    }
    refused(&folder.join("no/where"), &[], "");
    export(&folder.join("wrong"), &["--fields", "nope"]).status(2).may_warn().run();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is written for a wrong field");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
#[cfg(unix)]
fn an_export_that_fails_leaves_nothing_and_harms_nothing() {
    use crate::harness::BINARY;
    let folder = folder("fail");
    let target = folder.join("out");
    let limited = |options: &str| {
        let script = format!("ulimit -f 100; \"$0\" export \"$1\" {options}");
        let args = ["-c", &script, BINARY, target.to_str().unwrap()];
        let output = std::process::Command::new("bash").args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(4));
        assert!(String::from_utf8(output.stderr).unwrap().contains("cannot write"));
    };
    limited("");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing is left");
    export(&target, &[]).prints().run();
    let before = fs::read(target.join("figures.csv")).unwrap();
    limited("--force");
    assert_eq!(fs::read(target.join("figures.csv")).unwrap(), before, "the old one stands");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
#[cfg(unix)]
fn an_export_leaves_a_link_and_what_it_leads_to() {
    let folder = folder("link");
    let (real, link) = (folder.join("real"), folder.join("link"));
    export(&real, &[]).prints().run();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    refused(&link, &[], "no folder");
    refused(&link, &["--force"], "no folder");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    fs::remove_file(real.join("ports.csv")).unwrap();
    std::os::unix::fs::symlink(folder.join("mine"), real.join("ports.csv")).unwrap();
    refused(&real, &["--force"], "no export wrote");
    fs::remove_dir_all(&folder).unwrap();
}

/// Every call of the system that an export makes fails once, and once the export is killed there: the target
/// is then whole, old or new, or as absent as before, and the next export clears what is left. Where the
/// system has no `strace`, or forbids it, nothing is tried. It takes minutes: `.ci/deep faults` runs it.
#[test]
#[cfg(target_os = "linux")]
fn no_fault_and_no_kill_at_any_call_of_an_export_harms_its_target() {
    use crate::harness::BINARY;
    if !is_deep() {
        return;
    }
    let folder = folder("faults");
    let target = folder.join("out");
    let run = |call: &str, fault: &str, n: usize, options: &str| {
        let inject = format!("inject={call}:{fault}:when={n}");
        let args = ["-f", "-qq", "-o", "/dev/null", "-e", &inject, BINARY, "export"];
        let mut command = std::process::Command::new("strace");
        command.args(args).arg(&target).args(options.split_whitespace()).output().ok()
    };
    if run("getppid", "error=EIO", 1, "").is_none_or(|output| !output.status.success()) {
        return;
    }
    let mut tried = 0;
    for (call, faults) in [
        ("mkdir", ["error=EACCES", "signal=SIGKILL"]),
        ("openat", ["error=EMFILE", "signal=SIGKILL"]),
        ("write", ["error=ENOSPC", "signal=SIGKILL"]),
        ("fsync", ["error=EIO", "signal=SIGKILL"]),
        ("flock", ["error=ENOLCK", "signal=SIGKILL"]),
        ("renameat2", ["error=EINVAL", "error=EIO"]),
        ("renameat2", ["signal=SIGKILL", "error=ENOSYS"]),
        ("rename", ["error=EIO", "signal=SIGKILL"]),
        ("getdents64", ["error=EIO", "signal=SIGKILL"]),
        ("unlinkat", ["error=EACCES", "signal=SIGKILL"]),
    ] {
        for (fault, forced) in faults.iter().flat_map(|fault| [(fault, false), (fault, true)]) {
            for n in 1..100 {
                if !forced {
                    fs::remove_dir_all(&target).unwrap();
                }
                let output = run(call, fault, n, if forced { "--force" } else { "" }).unwrap();
                let said = String::from_utf8_lossy(&output.stderr);
                let case = format!("{call} {n} {fault}, forced: {forced}: {said}");
                tried += 1;
                assert!(!said.contains("panicked"), "{case}");
                assert!(target.exists() || !forced && !output.status.success(), "{case}");
                assert!(
                    !said.contains("cannot remove") || said.contains("the new export is whole"),
                    "{case}"
                );
                // It takes the place of what is whole only, and clears what was left. As a process of its own: a
                // lock that this one holds lives on in what another test starts meanwhile, until that runs.
                export(&target, &["--force"]).binary().prints().run();
                let left: Vec<_> =
                    fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
                assert_eq!(left, [&*target], "{case}");
                if output.status.success() {
                    break;
                }
            }
        }
    }
    println!("{tried} exports with a fault");
    assert!(tried > 400, "{tried}");
    fs::remove_dir_all(&folder).unwrap();
}
