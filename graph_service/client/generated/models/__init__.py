"""Contains all the data models used in inputs/outputs"""

from .adjacent_row import AdjacentRow
from .any_row import AnyRow
from .article_record import ArticleRecord
from .article_row import ArticleRow
from .candidate import Candidate
from .cypher_answer import CypherAnswer
from .cypher_answer_rows_item import CypherAnswerRowsItem
from .cypher_body import CypherBody
from .cypher_body_params import CypherBodyParams
from .entities_entity_adjacent_link import EntitiesEntityAdjacentLink
from .entities_type import EntitiesType
from .entity_record import EntityRecord
from .entity_row import EntityRow
from .entity_type import EntityType
from .evidence_row import EvidenceRow
from .found_statement_row import FoundStatementRow
from .found_statement_row_found_by_item import FoundStatementRowFoundByItem
from .health import Health
from .job_item_row import JobItemRow
from .job_item_row_state import JobItemRowState
from .job_metadata import JobMetadata
from .job_reason import JobReason
from .job_reason_state import JobReasonState
from .job_receipt import JobReceipt
from .job_row import JobRow
from .job_row_state import JobRowState
from .jobs_job_items_state import JobsJobItemsState
from .judgement import Judgement
from .judgement_body import JudgementBody
from .judgement_kind import JudgementKind
from .judgements_kind import JudgementsKind
from .matches import Matches
from .mentioned_entity import MentionedEntity
from .merge_suggestions import MergeSuggestions
from .modality import Modality
from .new_article import NewArticle
from .new_article_result import NewArticleResult
from .page_adjacent_row import PageAdjacentRow
from .page_any_row import PageAnyRow
from .page_article_row import PageArticleRow
from .page_entity_record import PageEntityRecord
from .page_entity_row import PageEntityRow
from .page_evidence_row import PageEvidenceRow
from .page_found_statement_row import PageFoundStatementRow
from .page_job_item_row import PageJobItemRow
from .page_job_row import PageJobRow
from .page_judgement import PageJudgement
from .page_relation_row import PageRelationRow
from .page_statement_record import PageStatementRecord
from .page_statement_row import PageStatementRow
from .page_suggested_entity import PageSuggestedEntity
from .participant import Participant
from .post_jobs_files_body import PostJobsFilesBody
from .post_jobs_json_new_job import PostJobsJsonNewJob
from .queries_co_mentions_type import QueriesCoMentionsType
from .queries_entities_type import QueriesEntitiesType
from .queries_entity_adjacent_link import QueriesEntityAdjacentLink
from .queries_evidence_link import QueriesEvidenceLink
from .queries_judgements_kind import QueriesJudgementsKind
from .queries_relations_modality import QueriesRelationsModality
from .queries_relations_type import QueriesRelationsType
from .queries_speaker_timeline_bucket import QueriesSpeakerTimelineBucket
from .queries_statement_facets_modality import QueriesStatementFacetsModality
from .queries_statement_facets_stance import QueriesStatementFacetsStance
from .queries_statement_facets_type import QueriesStatementFacetsType
from .queries_statements_modality import QueriesStatementsModality
from .queries_statements_over_time_bucket import QueriesStatementsOverTimeBucket
from .queries_statements_stance import QueriesStatementsStance
from .queries_statements_type import QueriesStatementsType
from .queries_weapon_mentions_over_time_bucket import (
    QueriesWeaponMentionsOverTimeBucket,
)
from .query_info import QueryInfo
from .query_list import QueryList
from .query_param import QueryParam
from .relation_modality import RelationModality
from .relation_row import RelationRow
from .relation_type import RelationType
from .relations_modality import RelationsModality
from .relations_type import RelationsType
from .restatement import Restatement
from .search_by import SearchBy
from .search_modality import SearchModality
from .search_stance import SearchStance
from .search_type import SearchType
from .source_body import SourceBody
from .source_kind import SourceKind
from .stance import Stance
from .statement_record import StatementRecord
from .statement_row import StatementRow
from .statement_type import StatementType
from .statements_modality import StatementsModality
from .statements_stance import StatementsStance
from .statements_type import StatementsType
from .suggested_entity import SuggestedEntity
from .suggestion import Suggestion
from .suggestions import Suggestions
from .target_row import TargetRow
from .withdrawal_body import WithdrawalBody

__all__ = (
    "AdjacentRow",
    "AnyRow",
    "ArticleRecord",
    "ArticleRow",
    "Candidate",
    "CypherAnswer",
    "CypherAnswerRowsItem",
    "CypherBody",
    "CypherBodyParams",
    "EntitiesEntityAdjacentLink",
    "EntitiesType",
    "EntityRecord",
    "EntityRow",
    "EntityType",
    "EvidenceRow",
    "FoundStatementRow",
    "FoundStatementRowFoundByItem",
    "Health",
    "JobItemRow",
    "JobItemRowState",
    "JobMetadata",
    "JobReason",
    "JobReasonState",
    "JobReceipt",
    "JobRow",
    "JobRowState",
    "JobsJobItemsState",
    "Judgement",
    "JudgementBody",
    "JudgementKind",
    "JudgementsKind",
    "Matches",
    "MentionedEntity",
    "MergeSuggestions",
    "Modality",
    "NewArticle",
    "NewArticleResult",
    "PageAdjacentRow",
    "PageAnyRow",
    "PageArticleRow",
    "PageEntityRecord",
    "PageEntityRow",
    "PageEvidenceRow",
    "PageFoundStatementRow",
    "PageJobItemRow",
    "PageJobRow",
    "PageJudgement",
    "PageRelationRow",
    "PageStatementRecord",
    "PageStatementRow",
    "PageSuggestedEntity",
    "Participant",
    "PostJobsFilesBody",
    "PostJobsJsonNewJob",
    "QueriesCoMentionsType",
    "QueriesEntitiesType",
    "QueriesEntityAdjacentLink",
    "QueriesEvidenceLink",
    "QueriesJudgementsKind",
    "QueriesRelationsModality",
    "QueriesRelationsType",
    "QueriesSpeakerTimelineBucket",
    "QueriesStatementFacetsModality",
    "QueriesStatementFacetsStance",
    "QueriesStatementFacetsType",
    "QueriesStatementsModality",
    "QueriesStatementsOverTimeBucket",
    "QueriesStatementsStance",
    "QueriesStatementsType",
    "QueriesWeaponMentionsOverTimeBucket",
    "QueryInfo",
    "QueryList",
    "QueryParam",
    "RelationModality",
    "RelationRow",
    "RelationsModality",
    "RelationsType",
    "RelationType",
    "Restatement",
    "SearchBy",
    "SearchModality",
    "SearchStance",
    "SearchType",
    "SourceBody",
    "SourceKind",
    "Stance",
    "StatementRecord",
    "StatementRow",
    "StatementsModality",
    "StatementsStance",
    "StatementsType",
    "StatementType",
    "SuggestedEntity",
    "Suggestion",
    "Suggestions",
    "TargetRow",
    "WithdrawalBody",
)
