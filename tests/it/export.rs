//! `export`: a data package that is whole, and a folder in which nothing of anybody else's is lost.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::harness::{Run, folder, text, with_args};

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
    let package: Value = serde_json::from_slice(&fs::read(one.join("datapackage.json")).unwrap()).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let name = text(resource, "path");
        let bytes = fs::read(one.join(name)).unwrap();
        assert_eq!(bytes, fs::read(two.join(name)).unwrap(), "{name}");
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let header = reader.headers().unwrap().clone();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert!(header.iter().eq(fields.iter().map(|field| text(field, "name"))), "{name}");
        assert!(fields.iter().all(|field| !text(field, "title@zh").is_ascii()), "{name}");
        let keys = resource["schema"]["primaryKey"].as_array().unwrap();
        let place = |key: &Value| header.iter().position(|name| *key == *name).unwrap();
        let places: Vec<usize> = keys.iter().map(place).collect();
        let mut seen = BTreeSet::new();
        for row in reader.records() {
            let row = row.unwrap();
            let key: Vec<String> = places.iter().map(|place| row[*place].to_owned()).collect();
            assert!(seen.insert(key), "{name}: a key twice: {row:?}");
        }
    }
    let figures = with_args(["figures", "-f", "csv"]).prints().run();
    assert_eq!(fs::read_to_string(one.join("figures.csv")).unwrap(), figures, "as the command says them");
    assert!(fs::read(one.join("links.csv")).unwrap().starts_with(b"record,linked,kind\n"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left beside");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_export_replaces_nothing_unasked_and_only_an_export() {
    let folder = folder("force");
    let target = folder.join("out");
    export(&target, &[]).prints().run();
    fs::write(target.join("ports.csv"), "spoiled").unwrap();
    refused(&target, &[], "--force");
    assert_eq!(fs::read(target.join("ports.csv")).unwrap(), b"spoiled");
    export(&target, &["--force"]).prints().run();
    assert!(fs::read(target.join("ports.csv")).unwrap().starts_with(b"id,name"));
    export(&target.join(""), &["--force"]).prints().run();
    fs::write(target.join("thesis.doc"), "years of work").unwrap();
    refused(&target, &["--force"], "no export wrote");
    assert_eq!(fs::read(target.join("thesis.doc")).unwrap(), b"years of work");
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
fn an_export_takes_a_link_away_and_never_follows_it() {
    let folder = folder("link");
    let (real, link) = (folder.join("real"), folder.join("link"));
    fs::create_dir(&real).unwrap();
    fs::write(real.join("mine"), "mine").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    refused(&link, &[], "");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    export(&link, &["--force"]).prints().run();
    assert!(fs::symlink_metadata(&link).unwrap().is_dir());
    assert_eq!(fs::read_dir(&real).unwrap().count(), 1);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    fs::remove_dir_all(&folder).unwrap();
}
