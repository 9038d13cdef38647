using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "SignInLimit",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<int>(
                name: "Most",
                table: "SignInLimit",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "DataProtectionContact",
                table: "PartnershipSettings",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "DataProtectionOfficer",
                table: "PartnershipSettings",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "TeamEmail",
                table: "PartnershipSettings",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "PublicStatement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    PreparedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicStatement", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_SignInLimit_Account",
                table: "SignInLimit",
                column: "Account"
            );

            migrationBuilder.CreateIndex(
                name: "IX_PublicStatement_Kind",
                table: "PublicStatement",
                column: "Kind",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "PublicStatement");

            migrationBuilder.DropIndex(name: "IX_SignInLimit_Account", table: "SignInLimit");

            migrationBuilder.DropColumn(name: "Account", table: "SignInLimit");

            migrationBuilder.DropColumn(name: "Most", table: "SignInLimit");

            migrationBuilder.DropColumn(
                name: "DataProtectionContact",
                table: "PartnershipSettings"
            );

            migrationBuilder.DropColumn(
                name: "DataProtectionOfficer",
                table: "PartnershipSettings"
            );

            migrationBuilder.DropColumn(name: "TeamEmail", table: "PartnershipSettings");
        }
    }
}
