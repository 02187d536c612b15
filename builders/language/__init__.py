"""What is known of languages: words, sentences, endings, numbers, duties; a plain default for every other one."""
