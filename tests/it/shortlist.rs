//! Cases of `shortlist` that are certain in the data; `tests/golden/pages/shortlist.txt` has those of the fixture.

use serde_json::Value;

use crate::harness::{liangjiang, with_args};

#[test]
fn what_is_certain_in_the_data_is_so_by_any_name_of_the_industry() {
    for (asked, says) in [
        ("semiconductors", "shuitu,in"),
        ("半导体", "shuitu,in"),
        ("chips", "shuitu,in"),
        ("EV batteries", "longxing,in"),
        ("robots --need cooperation:japan", "japan-park,in"),
        // What is not held decides nothing.
        ("semiconductors --need bonded-zone", "shuitu,unknown"),
        ("logistics --need river-port --among gangcheng,yufu", "yufu,in\ngangcheng,unknown"),
        ("biotech", "north-new-zone,out"),
        ("logistics --min-area 1", "smart-logistics-park,out"),
    ] {
        let run = liangjiang(&format!("shortlist {asked} -f csv --fields id,verdict")).live();
        run.says(&format!("\n{says}\n")).run();
    }
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
