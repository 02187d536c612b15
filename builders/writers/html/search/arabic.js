// The same rules as in arabic.py, for the words of a query.
window.Stemmer = function () {
  this.stemWord = (word) =>
    word
      .normalize("NFKD")
      .replace(/[\p{M}\u0640]/gu, "")
      .replace(/ى/g, "ي")
      .replace(/ة/g, "ه")
      .replace(
        /^(?!والد(?:ين|ان|ي|يه|يها|يهم|ك|ه|ها|هم)?$)[وف]?(?:بال|كال|لل|ال)(?=[\p{L}\p{N}_]{3,})/u,
        "",
      )
      .replace(/(?<=[\p{L}\p{N}_]{3})(?:كم|هم|هن|كن|نا|ها|ون|ين|ات|ان|ه|ي|ك)$/u, "")
      .replace(/^(?!والد(?:ين|ان|ي|يه|يها|يهم|ك|ه|ها|هم)?$)[وبل](?=[\p{L}\p{N}_]{4,})/u, "");
};
