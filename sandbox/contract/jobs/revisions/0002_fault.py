"""fault table"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table("fault", sa.Column("id", sa.BigInteger, primary_key=True), sa.Column("vehicle_id", sa.BigInteger, sa.ForeignKey("vehicle.id")))


def downgrade() -> None:
    op.drop_table("fault")
