// r[impl kettle.boil+2]
fn boil() {}

// r[impl kettle.whistle]
fn whistle() {}

// r[verify kettle.boil+2]
#[test]
fn boils() {
    boil();
}
