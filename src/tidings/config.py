"""What the package says of itself; settings will stand here too."""

#: The one place of the version; pyproject.toml reads it from here.
VERSION = "0.1.0"
