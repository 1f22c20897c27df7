"""What tests, benchmarks and the demo need to make people and places quickly; the wheel leaves it out."""
