"""initial schema: vehicles"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vehicle",
        sa.Column("id", sa.BigInteger, sa.Identity(), nullable=False),
        sa.Column("vin", sa.String(17), nullable=False),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name="vehicle_pkey"),
        sa.UniqueConstraint("vin", name="vehicle_vin_key"),
    )


def downgrade() -> None:
    op.drop_table("vehicle")
