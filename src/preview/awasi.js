// Menunggu tampilan berikutnya, lalu menggantikan yang sekarang tanpa kedip.
"use strict";

const putus = document.getElementById("putus");
const jeda = (milidetik) => new Promise((lanjut) => setTimeout(lanjut, milidetik));

async function ambil(alamat) {
  const jawaban = await fetch(alamat, { cache: "no-store" });
  if (!jawaban.ok) throw new Error(jawaban.statusText);
  return jawaban.text();
}

// Halaman yang baru dimuat dulu, agar layar tidak kosong di antaranya.
async function ganti() {
  const jawaban = new DOMParser().parseFromString(await ambil("/isi"), "text/html");
  const baru = document.importNode(jawaban.getElementById("isi"), true);
  await Promise.all([...baru.querySelectorAll("img")].map((gambar) => gambar.decode().catch(() => {})));
  const lama = document.getElementById("isi");
  // Daftar yang sedang dibuka tidak ditutup, kecuali isinya berubah.
  const [daftarLama, daftarBaru] = [lama, baru].map((isi) => isi.querySelector("header"));
  if (daftarLama.innerHTML === daftarBaru.innerHTML) daftarBaru.replaceWith(daftarLama);
  lama.replaceWith(baru);
}

async function ikuti() {
  for (;;) {
    try {
      const kini = document.getElementById("isi").dataset.versi;
      const versi = await ambil("/keadaan?setelah=" + encodeURIComponent(kini));
      if (versi !== kini) await ganti();
      putus.hidden = true;
    } catch {
      putus.hidden = false;
      await jeda(1000);
    }
  }
}

document.addEventListener("change", (peristiwa) => {
  if (peristiwa.target.id !== "lembar") return;
  ambil("/pilih?lembar=" + encodeURIComponent(peristiwa.target.value)).catch(() => {});
});
document.body.classList.add("hidup");
ikuti();
