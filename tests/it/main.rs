//! Behaviour through the real binary and, where thousands of runs are needed, through the library.

mod chinese;
mod grid;
mod harness;
mod json;
mod layering;
mod layout;
mod pages;
mod rules;
mod streams;
