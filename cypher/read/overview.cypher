// name: overview
// summary: What is in the graph: how many articles, statements and entities, and of which days.
// returns: articles, statements, entities, people, countries, organisations, weapon_systems, places, anonymous_sources, first_day, last_day

RETURN COUNT { (:Article) } AS articles,
       COUNT { (:Statement) } AS statements,
       COUNT { (:Entity) } - COUNT { (:Merged) } AS entities,
       COUNT { (:Person) } AS people,
       COUNT { (:Country) } AS countries,
       COUNT { (:Organisation) } AS organisations,
       COUNT { (:WeaponSystem) } AS weapon_systems,
       COUNT { (:Place) } AS places,
       COUNT { (:AnonymousSource) } AS anonymous_sources,
       toString(head(COLLECT {
         MATCH (article:Article) WHERE article.published_at IS NOT NULL
         RETURN article.published_at ORDER BY article.published_at LIMIT 1
       })) AS first_day,
       toString(head(COLLECT {
         MATCH (article:Article) WHERE article.published_at IS NOT NULL
         RETURN article.published_at ORDER BY article.published_at DESC LIMIT 1
       })) AS last_day
