"""Made-up years before the example year, for trying what a long memory and many incidents are like."""
