"""What makes files of this repository; nothing here is shipped."""
