using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_TriageDecision_Outcome",
                table: "TriageDecision",
                column: "Outcome"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ResearchReturn_CaseId",
                table: "ResearchReturn",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Representative_UserId",
                table: "Representative",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Referral_CaseId",
                table: "Referral",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Referral_ReferredById",
                table: "Referral",
                column: "ReferredById"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PersonLink_FirstId",
                table: "PersonLink",
                column: "FirstId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PersonLink_SecondId",
                table: "PersonLink",
                column: "SecondId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_HubCase_OpenedAt",
                table: "HubCase",
                column: "OpenedAt"
            );

            // Which names hold which three letters in a row: with it, letters from the middle of a name are found without reading every name.
            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            migrationBuilder.Sql(
                """CREATE INDEX "IX_CasePerson_SearchFamilyName_Letters" ON "CasePerson" USING gin ("SearchFamilyName" gin_trgm_ops)"""
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP INDEX "IX_CasePerson_SearchFamilyName_Letters" """);
            migrationBuilder.DropIndex(name: "IX_TriageDecision_Outcome", table: "TriageDecision");

            migrationBuilder.DropIndex(name: "IX_ResearchReturn_CaseId", table: "ResearchReturn");

            migrationBuilder.DropIndex(name: "IX_Representative_UserId", table: "Representative");

            migrationBuilder.DropIndex(name: "IX_Referral_CaseId", table: "Referral");

            migrationBuilder.DropIndex(name: "IX_Referral_ReferredById", table: "Referral");

            migrationBuilder.DropIndex(name: "IX_PersonLink_FirstId", table: "PersonLink");

            migrationBuilder.DropIndex(name: "IX_PersonLink_SecondId", table: "PersonLink");

            migrationBuilder.DropIndex(name: "IX_HubCase_OpenedAt", table: "HubCase");
        }
    }
}
