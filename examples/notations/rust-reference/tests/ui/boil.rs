//@ reference: boil.intro
//@ run-pass

fn main() {
    assert_eq!(kettle::boil(), 100);
}
