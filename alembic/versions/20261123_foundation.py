"""The tables of the foundation."""

import sqlalchemy as sa
from alembic import op

# orders a list: by code points on every database
SORTED = sa.String().with_variant(sa.String(collation="C"), "postgresql")

revision = "20261123_foundation"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "owner",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner")),
    )
    op.create_table(
        "contact",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", SORTED, nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("honorific", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("email_key", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("linkedin", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("subdivision", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("formality", sa.String(), nullable=True),
        sa.Column("connected", sa.Boolean(), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", SORTED, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_contact_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", "id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_owner_id_email_key"), ["owner_id", "email_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_contact_owner_id_name_key_id"), ["owner_id", "name_key", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_contact_owner_id_updated_at_id"), ["owner_id", "updated_at", "id"], unique=False
        )

    op.create_table(
        "interview",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("touched", sa.Integer(), nullable=False),
        sa.Column("name_key", SORTED, nullable=False),
        sa.Column("starts_at", SORTED, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("still_open", sa.Boolean(), nullable=False),
        sa.Column("company", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("requirements", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("compensation", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("bookmarks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", SORTED, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_interview_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", "id", name=op.f("pk_interview")),
    )
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_interview_owner_id_name_key_id"), ["owner_id", "name_key", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_interview_owner_id_starts_at_id"), ["owner_id", "starts_at", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_interview_owner_id_updated_at_id"), ["owner_id", "updated_at", "id"], unique=False
        )

    op.create_table(
        "policy",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_policy_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", name=op.f("pk_policy")),
    )
    op.create_table(
        "profile",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_profile_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", name=op.f("pk_profile")),
    )
    op.create_table(
        "token",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("used_at", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_token_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", "id", name=op.f("pk_token")),
        sa.UniqueConstraint("id", name=op.f("uq_token_id")),
    )
    op.create_table(
        "template",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_template_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", "kind", "version", name=op.f("pk_template")),
    )
    op.create_table(
        "decision",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("edit", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("edit_version", sa.Integer(), nullable=False),
        sa.Column("ready", sa.Boolean(), nullable=False),
        sa.Column("approved", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("overrides", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("skipped", sa.String(), nullable=True),
        sa.Column("moved_to", sa.String(), nullable=True),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id"],
            ["interview.owner_id", "interview.id"],
            name=op.f("fk_decision_owner_id_interview_id_interview"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "key", name=op.f("pk_decision")),
    )
    op.create_table(
        "draft",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id"],
            ["interview.owner_id", "interview.id"],
            name=op.f("fk_draft_owner_id_interview_id_interview"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "key", "version", name=op.f("pk_draft")),
    )
    op.create_table(
        "event",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id"],
            ["interview.owner_id", "interview.id"],
            name=op.f("fk_event_owner_id_interview_id_interview"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "id", name=op.f("pk_event")),
    )
    op.create_table(
        "participant",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("rounds", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "contact_id"],
            ["contact.owner_id", "contact.id"],
            name=op.f("fk_participant_owner_id_contact_id_contact"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id"],
            ["interview.owner_id", "interview.id"],
            name=op.f("fk_participant_owner_id_interview_id_interview"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "owner_id", "interview_id", "contact_id", name=op.f("uq_participant_owner_id_interview_id_contact_id")
        ),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participant_owner_id_contact_id"), ["owner_id", "contact_id"], unique=False
        )

    op.create_table(
        "round",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=True),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("participants", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id"],
            ["interview.owner_id", "interview.id"],
            name=op.f("fk_round_owner_id_interview_id_interview"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "id", name=op.f("pk_round")),
    )
    op.create_table(
        "note",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("follow_up", sa.Boolean(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id", "interview_id", "participant"],
            ["participant.owner_id", "participant.interview_id", "participant.id"],
            name=op.f("fk_note_owner_id_interview_id_participant_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("owner_id", "interview_id", "id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_note_owner_id_interview_id_participant"),
            ["owner_id", "interview_id", "participant"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_owner_id_interview_id_participant"))

    op.drop_table("note")
    op.drop_table("round")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_owner_id_contact_id"))

    op.drop_table("participant")
    op.drop_table("event")
    op.drop_table("draft")
    op.drop_table("decision")
    op.drop_table("token")
    op.drop_table("profile")
    op.drop_table("policy")
    op.drop_table("template")
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_interview_owner_id_updated_at_id"))
        batch_op.drop_index(batch_op.f("ix_interview_owner_id_starts_at_id"))
        batch_op.drop_index(batch_op.f("ix_interview_owner_id_name_key_id"))

    op.drop_table("interview")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_owner_id_updated_at_id"))
        batch_op.drop_index(batch_op.f("ix_contact_owner_id_name_key_id"))
        batch_op.drop_index(batch_op.f("ix_contact_owner_id_email_key"))

    op.drop_table("contact")
    op.drop_table("owner")
