// Pages work without this; with it, errors take the focus, buttons take one press and uploads show how far they are.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js'

// Sends the form as the browser would, and shows the page that comes back.
function upload (event) {
  event.preventDefault()
  const form = event.target
  const bar = form.querySelector('.exchange-progress')
  const call = new XMLHttpRequest()
  bar.hidden = false
  form.querySelector('[type=submit]').disabled = true
  call.upload.onprogress = sent => { bar.querySelector('progress').value = 100 * sent.loaded / sent.total }
  call.onload = () => {
    const page = new DOMParser().parseFromString(call.responseText, 'text/html')
    document.title = page.title
    document.body.replaceWith(document.adoptNode(page.body))
    begin()
  }
  call.onerror = () => { window.location.reload() }
  call.open('POST', form.action)
  call.setRequestHeader('Accept', 'text/html')
  call.send(new FormData(form))
}

function begin () {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  document.querySelectorAll('form[data-upload]').forEach(form => form.addEventListener('submit', upload))
  initAll()
}

begin()
