"""What is known of companies, for the interviews to come."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_companies"
down_revision = "20261123_answers"


def upgrade() -> None:
    ordered = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "company",
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name_key", ordered, nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("deleted_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", ordered, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_company_owner_id_owner")),
        sa.PrimaryKeyConstraint("owner_id", "id", name=op.f("pk_company")),
    )
    with op.batch_alter_table("company") as batch_op:
        batch_op.create_index(batch_op.f("ix_company_owner_id_name_key_id"), ["owner_id", "name_key", "id"])
        batch_op.create_index(batch_op.f("ix_company_owner_id_updated_at_id"), ["owner_id", "updated_at", "id"])


def downgrade() -> None:
    with op.batch_alter_table("company") as batch_op:
        batch_op.drop_index(batch_op.f("ix_company_owner_id_updated_at_id"))
        batch_op.drop_index(batch_op.f("ix_company_owner_id_name_key_id"))
    op.drop_table("company")
