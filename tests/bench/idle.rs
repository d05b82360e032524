//! A program that does nothing: the floor that every command is measured against.

fn main() {}
