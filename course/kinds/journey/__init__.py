"""Journey: map a customer journey."""
