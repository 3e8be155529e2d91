"""Prediction: say a number or an order before the figure shows what was found."""
