using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
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

            // Which names hold which three letters in a row, kept by the database itself with each change.
            migrationBuilder.Sql(
                """CREATE VIRTUAL TABLE "FamilyNameLetters" USING fts5("PersonId" UNINDEXED, "Name", tokenize = 'trigram')"""
            );
            migrationBuilder.Sql(
                """INSERT INTO "FamilyNameLetters" ("PersonId", "Name") SELECT "Id", "SearchFamilyName" FROM "CasePerson" WHERE "SearchFamilyName" <> ''"""
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "FamilyNameLettersAdded" AFTER INSERT ON "CasePerson" WHEN NEW."SearchFamilyName" <> '' BEGIN
                    INSERT INTO "FamilyNameLetters" ("PersonId", "Name") VALUES (NEW."Id", NEW."SearchFamilyName");
                END
                """
            );
            // Found by reading through: a name is seldom corrected, and a row's number would not outlast a VACUUM.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "FamilyNameLettersChanged" AFTER UPDATE OF "SearchFamilyName" ON "CasePerson" WHEN OLD."SearchFamilyName" <> NEW."SearchFamilyName" BEGIN
                    DELETE FROM "FamilyNameLetters" WHERE "PersonId" = OLD."Id";
                    INSERT INTO "FamilyNameLetters" ("PersonId", "Name") SELECT NEW."Id", NEW."SearchFamilyName" WHERE NEW."SearchFamilyName" <> '';
                END
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "FamilyNameLettersRemoved" AFTER DELETE ON "CasePerson" BEGIN
                    DELETE FROM "FamilyNameLetters" WHERE "PersonId" = OLD."Id";
                END
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "FamilyNameLettersAdded" """);
            migrationBuilder.Sql("""DROP TRIGGER "FamilyNameLettersChanged" """);
            migrationBuilder.Sql("""DROP TRIGGER "FamilyNameLettersRemoved" """);
            migrationBuilder.Sql("""DROP TABLE "FamilyNameLetters" """);
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
