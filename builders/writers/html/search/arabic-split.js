var splitQuery = (query) => query.split(/[^\p{L}\p{N}\p{M}_\u0640]+/gu).filter((term) => term);
