//! Cases of `shortlist` that are certain in the data; `tests/golden/pages/shortlist.txt` has those of the fixture.

use serde_json::Value;

use crate::harness::with_args;

/// The verdicts of some parks, as `id verdict`, in the order of the answer.
fn verdicts(args: &[&str]) -> Vec<String> {
    let args = [&["shortlist"], args, &["--json"]].concat();
    let rows: Value = with_args(args).live().json();
    let verdict =
        |row: &Value| format!("{} {}", row["id"].as_str().unwrap(), row["verdict"].as_str().unwrap());
    rows.as_array().unwrap().iter().map(verdict).filter(|row| !row.ends_with("nothing-held")).collect()
}

#[test]
fn an_industry_is_asked_for_by_any_of_its_names() {
    for typed in ["semiconductors", "半导体", "chips"] {
        assert!(verdicts(&[typed]).contains(&"shuitu in".to_owned()), "{typed}");
    }
    assert!(verdicts(&["EV", "batteries"]).contains(&"longxing in".to_owned()));
}

#[test]
fn what_is_not_held_decides_nothing_and_a_closed_zone_is_out() {
    assert!(verdicts(&["semiconductors", "--need", "bonded-zone"]).contains(&"shuitu unknown".to_owned()));
    assert!(verdicts(&["biotech"]).contains(&"north-new-zone out".to_owned()));
    let logistics = verdicts(&["logistics", "--need", "river-port", "--among", "yufu,gangcheng"]);
    assert_eq!(logistics, ["yufu in", "gangcheng unknown"], "the port of Gangcheng is redeveloped");
    let small = verdicts(&["logistics", "--min-area", "1", "--among", "smart-logistics-park"]);
    assert_eq!(small, ["smart-logistics-park out"]);
    assert!(verdicts(&["robots", "--need", "cooperation:japan"]).contains(&"japan-park in".to_owned()));
}

#[test]
fn a_park_alone_is_what_it_is_among_all_and_they_keep_their_order() {
    let asked = ["shortlist", "logistics", "--need", "river-port,rail", "--min-area", "1", "--json"];
    let all = with_args(asked).live().json();
    let all: Vec<&Value> = all.as_array().unwrap().iter().collect();
    for pair in all.windows(2).filter(|pair| pair[0]["verdict"] != "nothing-held") {
        let among = [&pair[1]["id"], &pair[0]["id"]].map(|id| id.as_str().unwrap()).join(",");
        let rows = with_args(asked.into_iter().chain(["--among", &among])).live().json();
        assert_eq!(rows.as_array().unwrap().iter().collect::<Vec<_>>(), pair, "{among}");
    }
}
