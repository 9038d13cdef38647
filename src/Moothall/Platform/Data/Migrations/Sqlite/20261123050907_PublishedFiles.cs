using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublishedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FileId",
                table: "Publication",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Publication_FileId",
                table: "Publication",
                column: "FileId"
            );

            migrationBuilder.AddForeignKey(
                name: "FK_Publication_StoredFile_FileId",
                table: "Publication",
                column: "FileId",
                principalTable: "StoredFile",
                principalColumn: "Id"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Publication_StoredFile_FileId",
                table: "Publication"
            );

            migrationBuilder.DropIndex(name: "IX_Publication_FileId", table: "Publication");

            migrationBuilder.DropColumn(name: "FileId", table: "Publication");
        }
    }
}
