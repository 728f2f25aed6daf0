//! The clerk hands in four files at once, one of them broken, sees how the reading goes, and
//! reviews what was read.

use crate::harness::{Server, Visitor};
use crate::pages::inspect;
use std::path::{Path, PathBuf};

const DIRECTIVE: &str = include_str!("../../../../examples/chi-thi-05.vi.txt");
const ENGLISH: &str = include_str!("../../../../examples/directive-05.en.txt");

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Chooses four files, of which one is no text and one is marked as classified.
async fn choose_four(clerk: &Visitor, folder: &Path) {
    let files = [
        write(folder, "chi-thi-05.txt", DIRECTIVE.as_bytes()),
        write(folder, "directive-05.txt", ENGLISH.as_bytes()),
        write(folder, "anh-chup.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        write(folder, "mat.txt", "BỘ CÔNG AN\nTỐI MẬT\nSố: 12/KH-BCA\nGiao các đơn vị rà soát.".as_bytes()),
    ];
    clerk.open("/instruments/upload").await;
    clerk.choose("#file", &files.each_ref().map(PathBuf::as_path)).await;
}

const OVER: &str = "document.querySelector('#intake')?.dataset.left === '0'";

#[tokio::test(flavor = "multi_thread")]
async fn four_files_one_of_them_broken() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let folder = tempfile::tempdir().unwrap();
    choose_four(&clerk, folder.path()).await;
    assert_eq!(clerk.ask::<usize>("document.querySelectorAll('#chosen li').length").await, 4);
    clerk.act("document.querySelector('form.upload').requestSubmit()").await;
    let batch: String = clerk.ask("location.pathname").await;
    assert!(batch.starts_with("/instruments/intake/"), "{batch}");
    clerk.until(OVER).await;
    insta::assert_snapshot!("intake", clerk.words().await);
    inspect(&clerk, &batch).await;
    insta::assert_snapshot!("upload-with-latest", {
        clerk.open("/instruments/upload").await;
        clerk.words().await
    });

    // Of the classified one nothing stays, of the broken one what a second try needs.
    let id = batch.rsplit('/').next().unwrap().parse().unwrap();
    let rows = server.app.store().intake_of_batch(id).await.unwrap();
    let kept: Vec<(&str, bool)> = rows.iter().map(|row| (row.file.file_name.as_str(), row.kept)).collect();
    let expected =
        [("chi-thi-05.txt", false), ("directive-05.txt", false), ("anh-chup.png", true), ("mat.txt", false)];
    assert_eq!(kept, expected);

    // The broken one is tried again, and then taken off the list.
    clerk.open(&batch).await;
    clerk.act("document.querySelector('tbody button[value=retry]').click()").await;
    clerk.until(OVER).await;
    clerk.act("document.querySelector('tbody button[value=forget]').click()").await;
    assert_eq!(clerk.ask::<usize>("document.querySelectorAll('#intake tbody tr').length").await, 3);

    // The way to the review.
    clerk.act("document.querySelector('#intake a[href*=review]').click()").await;
    assert!(clerk.ask::<usize>("document.querySelectorAll('article.card').length").await > 10);
    clerk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_without_scripts() {
    let server = Server::start().await;
    let Some(clerk) = Visitor::new(&server).await else { return };
    let folder = tempfile::tempdir().unwrap();
    choose_four(&clerk, folder.path()).await;
    // A form that is submitted by its method is seen by no script.
    clerk.act("document.querySelector('form.upload').submit()").await;
    clerk.until(OVER).await;
    assert!(clerk.words().await.contains("Đã đọc 2/4 tệp"), "{}", clerk.words().await);

    // A single file that cannot be read brings its form back, and is not kept.
    clerk.open("/instruments/upload").await;
    clerk.choose("#file", &[&write(folder.path(), "empty.txt", b" ")]).await;
    clerk.act("document.querySelector('form.upload').submit()").await;
    assert!(clerk.words().await.contains("không có nội dung"), "{}", clerk.words().await);
    assert_eq!(server.app.store().intake_batches(10).await.unwrap().len(), 1);
    clerk.close().await;
}
