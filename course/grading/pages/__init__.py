"""What people read afterwards: the marking page of the instructor and the feedback of the participant."""
