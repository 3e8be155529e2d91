"""The edition without a server: the course as a static site, in which Python runs in the browser."""
